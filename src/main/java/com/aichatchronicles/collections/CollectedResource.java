package com.aichatchronicles.collections;

import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationsConfig;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What is in a collection. */
@Path("collections")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CollectedResource {
    @Inject
    CollectionService collections;

    @Inject
    CollectionReadService reads;

    @Inject
    ConversationsConfig config;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the conversations in it, in its order, or 304; 404 COLLECTION_NOT_FOUND */
    @GET
    @Path("{id}/conversations")
    @PermitAll
    public Response list(@PathParam("id") String id) {
        CardRequest request = CardRequest.of(uri.getQueryParameters(), config);
        return answers.personal(reads.conversations(PathId.parse("id", id), caller.lookup(), request));
    }

    /** @return 200 with the collection, arranged so; 400, 403, 404, or 412 where If-Match does not hold */
    @PUT
    @Path("{id}/conversations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("user")
    public Response arrange(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CollectionOrder order) {
        UUID collection = PathId.parse("id", id);
        return written(collections.arrange(collection, order, caller.require(), ifMatch), "arranged");
    }

    /** @return 200 with the collection, which has it now, again too; 403, 404, or 409 COLLECTION_FULL */
    @PUT
    @Path("{id}/conversations/{conversationId}")
    @RolesAllowed("user")
    public Response add(@PathParam("id") String id, @PathParam("conversationId") String conversationId) {
        UUID collection = PathId.parse("id", id);
        UUID conversation = PathId.parse("conversationId", conversationId);
        return written(collections.add(collection, conversation, caller.require()), "updated");
    }

    /** @return 200 with the collection, which has it no more, again too; 403 or 404 */
    @DELETE
    @Path("{id}/conversations/{conversationId}")
    @RolesAllowed("user")
    public Response remove(@PathParam("id") String id, @PathParam("conversationId") String conversationId) {
        UUID collection = PathId.parse("id", id);
        UUID conversation = PathId.parse("conversationId", conversationId);
        return written(collections.remove(collection, conversation, caller.require()), "updated");
    }

    private Response written(CollectionView view, String done) {
        Envelope<CollectionView> body = Envelope.of(view, "Collection " + done + " successfully");
        return answers.written(Response.ok(), answers.tagOf(view, view.version()), body);
    }
}
