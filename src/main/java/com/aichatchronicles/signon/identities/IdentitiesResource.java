package com.aichatchronicles.signon.identities;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** By which identities the caller can sign in. */
@Path("auth/identities")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IdentitiesResource {
    @Inject
    OwnIdentityService identities;

    @Inject
    Unlinking unlinking;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    /** @return 200 with the caller's identities, the last used first, or 304 */
    @GET
    @RolesAllowed("user")
    public Response list() {
        Caller owner = caller.require();
        return answers.personal(Envelope.of(identities.list(owner.id(), owner.sessionId())));
    }

    /** @return 200, it opens the account no more; 404 IDENTITY_NOT_FOUND; 409 LAST_SIGN_IN_METHOD, IDENTITY_REQUIRED */
    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public Response unlink(@PathParam("id") String id, Unlink consent) {
        unlinking.unlink(caller.require(), PathId.parse("id", id), consent);
        return Response.ok(Envelope.message("You cannot sign in this way any more"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
