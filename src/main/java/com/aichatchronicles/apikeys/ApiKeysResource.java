package com.aichatchronicles.apikeys;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** The caller's keys for machines. A key itself can't come here. */
@Path("auth/api-keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
    @Inject
    ApiKeyService keys;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return the caller's keys that have not expired, the newest first, or 304 */
    @GET
    @RolesAllowed("user")
    public Response list() {
        return answers.personal(Envelope.of(keys.list(caller.require().id())));
    }

    /**
     * @return 201 with the key, told this once; 409 API_KEY_LIMIT_REACHED. Without an Idempotency-Key, which would keep
     *     it
     */
    @POST
    @RolesAllowed("user")
    public Response create(NewApiKey wanted) {
        MadeApiKey made = keys.create(caller.require().id(), wanted);
        URI self = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Response.created(self)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Envelope.of(made, "Key created successfully"))
                .build();
    }

    /** @return 200, the key is refused from now on; 404 API_KEY_NOT_FOUND, also for somebody else's */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response revoke(@PathParam("id") String id) {
        keys.revoke(caller.require().id(), PathId.parse("id", id));
        return Response.ok(Envelope.message("Key revoked successfully"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
