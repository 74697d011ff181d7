package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.http.QueryParameters;
import com.aichatchronicles.platform.idempotency.Idempotent;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What moderators do, and the log of it. */
@Path("moderation/measures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeasuresResource {
    @Inject
    MeasureService measures;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return 201 with the entry in the log; 404 for what is not there */
    @POST
    @Idempotent
    @RolesAllowed({"moderator", "admin"})
    public Response take(NewMeasure measure) {
        MeasureView taken = measures.take(measure, caller.require());
        return Response.status(Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Envelope.of(taken, "Measure taken successfully"))
                .build();
    }

    /** @return a page of the log, the last entry first, or 304 */
    @GET
    @RolesAllowed({"moderator", "admin"})
    public Response list() {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        String subject = query.text("subject_id", 100).orElse(null);
        if (subject != null && !PathId.isId(subject)) {
            query.refuse("subject_id", "must be a valid GUID", "string.guid");
        }
        PageRequest page = PageRequest.byCursor(query);
        query.requireValid();
        return answers.personal(measures.list(subject == null ? null : UUID.fromString(subject), page));
    }
}
