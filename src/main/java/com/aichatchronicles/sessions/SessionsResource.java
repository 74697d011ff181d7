package com.aichatchronicles.sessions;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where the caller is signed in. */
@Path("auth/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    SessionService sessions;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    /** @return 200 with the caller's sessions that stand, the last used first, or 304 */
    @GET
    @RolesAllowed("user")
    public Response list() {
        Caller owner = caller.require();
        return answers.personal(Envelope.of(sessions.list(owner.id(), owner.sessionId())));
    }

    /** @return 200; the session and its tokens are void; 404 SESSION_NOT_FOUND, also for somebody else's */
    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public Response end(@PathParam("id") String id) {
        sessions.endOwn(PathId.parse("id", id), caller.require().id());
        return Response.ok(Envelope.message("Session ended"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
