package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.http.QueryParameters;
import com.aichatchronicles.platform.idempotency.Idempotent;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Reports: everybody makes them, moderators work on them. */
@Path("moderation/reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportsResource {
    @Inject
    ReportService reports;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return 201 with the report; 404 for what the caller does not see, 409 REPORT_ALREADY_EXISTS */
    @POST
    @Idempotent
    @RolesAllowed("user")
    public Response file(NewReport complaint) {
        FiledReport filed = reports.file(complaint, caller.require());
        return written(Status.CREATED, Envelope.of(filed, "Report created successfully"));
    }

    /** @return a page of the queue, or 304 */
    @GET
    @RolesAllowed({"moderator", "admin"})
    public Response list() {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        String status = query.oneOf("status", "open", Set.of("open", "taken", "decided"));
        PageRequest page = PageRequest.byCursor(query);
        query.requireValid();
        return answers.personal(reports.list(status, page));
    }

    /** @return one report, or 304; 404 REPORT_NOT_FOUND */
    @GET
    @Path("{id}")
    @RolesAllowed({"moderator", "admin"})
    public Response find(@PathParam("id") String id) {
        return answers.personal(Envelope.of(reports.find(PathId.parse("id", id))));
    }

    /**
     * @return 200 with the report, which is the caller's now; 404, 409 REPORT_ALREADY_TAKEN or REPORT_ALREADY_DECIDED
     */
    @PUT
    @Path("{id}/taker")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"moderator", "admin"})
    public Response take(@PathParam("id") String id) {
        ReportView taken = reports.take(PathId.parse("id", id), caller.require());
        return written(Status.OK, Envelope.of(taken, "Report taken successfully"));
    }

    /** @return 200 with the report, which is open again; 404, 409 REPORT_ALREADY_TAKEN or REPORT_ALREADY_DECIDED */
    @DELETE
    @Path("{id}/taker")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"moderator", "admin"})
    public Response giveBack(@PathParam("id") String id) {
        ReportView open = reports.giveBack(PathId.parse("id", id), caller.require());
        return written(Status.OK, Envelope.of(open, "Report given back successfully"));
    }

    /** @return 200 with the report; 404, 409 REPORT_ALREADY_TAKEN or REPORT_ALREADY_DECIDED */
    @PUT
    @Path("{id}/decision")
    @RolesAllowed({"moderator", "admin"})
    public Response decide(@PathParam("id") String id, Decision decision) {
        ReportView decided = reports.decide(PathId.parse("id", id), decision, caller.require());
        return written(Status.OK, Envelope.of(decided, "Report decided successfully"));
    }

    private static Response written(Status status, Envelope<?> body) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
