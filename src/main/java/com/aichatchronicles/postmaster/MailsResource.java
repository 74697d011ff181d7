package com.aichatchronicles.postmaster;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.http.QueryParameters;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Mails that have not left, for admins. */
@Path("admin/mails")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class MailsResource {
    @Inject
    PostmasterService postmaster;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of dead letters, or of mails that wait, or 304 */
    @GET
    @RolesAllowed("admin")
    public Response list() {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        String state = query.oneOf("state", "dead", Set.of("dead", "waiting"));
        PageRequest page = PageRequest.byCursor(query);
        query.requireValid();
        return answers.personal(postmaster.list(state, page));
    }

    /** @return 200 with the mail, which waits again; 404 MAIL_NOT_FOUND */
    @POST
    @Path("{id}/retry")
    @RolesAllowed("admin")
    public Response retry(@PathParam("id") String id) {
        MailView mail = postmaster.retry(PathId.parse("id", id), caller.require());
        return answers.done(Envelope.of(mail, "The mail will be sent once more"));
    }

    /** @return 200, the mail will never leave; 404 MAIL_NOT_FOUND */
    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    public Response discard(@PathParam("id") String id) {
        postmaster.discard(PathId.parse("id", id), caller.require());
        return answers.done(Envelope.message("Mail deleted successfully"));
    }
}
