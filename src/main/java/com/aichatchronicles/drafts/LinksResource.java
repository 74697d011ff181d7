package com.aichatchronicles.drafts;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The secret links of a conversation. */
@Path("conversations/{id}/links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinksResource {
    @Inject
    LinkService links;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    /** @return the links that hold, without their secrets, or 304; 403, 404 */
    @GET
    @RolesAllowed("user")
    public Response list(@PathParam("id") String id) {
        return answers.personal(Envelope.of(links.list(PathId.parse("id", id), caller.require())));
    }

    /** @return 201 with the link and its secret; kept under no key, because of that; 403, 404, 409 */
    @POST
    @RolesAllowed("user")
    public Response make(@PathParam("id") String id, NewLink link) {
        LinkView made = links.make(PathId.parse("id", id), link, caller.require());
        return Response.created(URI.create(made.path()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(Envelope.of(made, "Link created successfully"))
                .build();
    }

    /** @return 200; 403, 404 */
    @DELETE
    @Path("{link}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response revoke(@PathParam("id") String id, @PathParam("link") String link) {
        UUID conversation = PathId.parse("id", id);
        links.revoke(conversation, PathId.parse("link", link), caller.require());
        return Response.ok(Envelope.message("Link revoked successfully")).build();
    }
}
