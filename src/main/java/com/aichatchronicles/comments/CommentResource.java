package com.aichatchronicles.comments;

import com.aichatchronicles.platform.cache.CachedAnswer;
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

/** Single comments and the replies to them. */
@Path("comments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommentResource {
    @Inject
    CommentReadService reads;

    @Inject
    PublicComments lists;

    @Inject
    CommentService comments;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return one comment, or 304; 404 COMMENT_NOT_FOUND, also under a draft of somebody else */
    @GET
    @Path("{id}")
    @PermitAll
    public Response find(@PathParam("id") String id) {
        VersionedComment found = reads.find(PathId.parse("id", id), caller.lookup());
        return found.personal()
                ? answers.personal(Envelope.of(found.comment()), found.version())
                : answers.shared(Envelope.of(found.comment()), found.version());
    }

    /** @return a page of direct replies, or 304; 404 COMMENT_NOT_FOUND, also under a draft of somebody else */
    @GET
    @Path("{id}/replies")
    @PermitAll
    public Response replies(@PathParam("id") String id) {
        ThreadRequest request = ThreadRequest.of(uri.getQueryParameters());
        UUID comment = PathId.parse("id", id);
        CachedAnswer shown = lists.replies(comment, request);
        return shown.isAbsent()
                ? answers.personal(reads.replies(comment, request, caller.lookup()))
                : answers.shared(shown);
    }

    /** @return 200 with the comment as it is now; 403, 404, or 412 where If-Match does not hold */
    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    public Response edit(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CommentEdit changes) {
        VersionedComment edited = comments.edit(PathId.parse("id", id), changes, caller.require(), ifMatch);
        return answers.written(
                Response.ok(),
                answers.tagOf(edited.comment(), edited.version()),
                Envelope.of(edited.comment(), "Comment updated successfully"));
    }

    /** @return 200; 403, 404, or 412 where If-Match does not hold */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        comments.delete(PathId.parse("id", id), caller.require(), ifMatch);
        return Response.ok(Envelope.message("Comment deleted successfully")).build();
    }
}
