package com.aichatchronicles.apikeys;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Anybody's keys, for admins. */
@Path("admin/users/{id}/api-keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserApiKeysResource {
    @Inject
    ApiKeyService keys;

    @Inject
    Answers answers;

    /** @return the account's keys that have not expired, the newest first, or 304; none for an account that is gone */
    @GET
    @RolesAllowed("admin")
    public Response list(@PathParam("id") String id) {
        return answers.personal(Envelope.of(keys.list(PathId.parse("id", id))));
    }

    /** @return 200, the key is refused from now on; 404 API_KEY_NOT_FOUND */
    @DELETE
    @Path("{key}")
    @RolesAllowed("admin")
    public Response revoke(@PathParam("id") String id, @PathParam("key") String key) {
        UUID owner = PathId.parse("id", id);
        keys.revoke(owner, PathId.parse("key", key));
        return Response.ok(Envelope.message("Key revoked successfully"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
