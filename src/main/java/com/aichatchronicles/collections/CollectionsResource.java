package com.aichatchronicles.collections;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.idempotency.Idempotent;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Collections: the caller's own, and single ones. */
@Path("collections")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CollectionsResource {
    @Inject
    CollectionService collections;

    @Inject
    CollectionReadService reads;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the caller's own collections, the newest first, or 304 */
    @GET
    @RolesAllowed("user")
    public Response list() {
        return answers.personal(reads.own(caller.require(), PageRequest.of(uri.getQueryParameters())));
    }

    /** @return 201 with the new collection, its address and its entity tag; 409 COLLECTION_LIMIT_REACHED */
    @POST
    @Idempotent
    @RolesAllowed("user")
    public Response create(NewCollection wanted) {
        CollectionView made = collections.create(wanted, caller.require());
        return written(
                Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build()),
                made,
                "created");
    }

    /** @return one collection, or 304; 404 COLLECTION_NOT_FOUND, also for a private one of somebody else */
    @GET
    @Path("{id}")
    @PermitAll
    public Response find(@PathParam("id") String id) {
        CollectionView view = reads.find(PathId.parse("id", id), caller.lookup());
        return answers.personal(Envelope.of(view), view.version());
    }

    /** @return 200 with the collection as it is now; 403, 404, or 412 where If-Match does not hold */
    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    public Response edit(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CollectionEdit changes) {
        UUID collection = PathId.parse("id", id);
        return written(Response.ok(), collections.edit(collection, changes, caller.require(), ifMatch), "updated");
    }

    /** @return 200; 403, 404, or 412 where If-Match does not hold */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        collections.delete(PathId.parse("id", id), caller.require(), ifMatch);
        return Response.ok(Envelope.message("Collection deleted successfully")).build();
    }

    private Response written(Response.ResponseBuilder answer, CollectionView view, String done) {
        Envelope<CollectionView> body = Envelope.of(view, "Collection " + done + " successfully");
        return answers.written(answer, answers.tagOf(view, view.version()), body);
    }
}
