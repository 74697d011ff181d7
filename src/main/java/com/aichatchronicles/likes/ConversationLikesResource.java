package com.aichatchronicles.likes;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Likes of conversations. */
@Path("conversations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConversationLikesResource {
    @Inject
    LikeService likes;

    @Inject
    LikeReadService reads;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of those who like it, the newest first, or 304; 404 CONVERSATION_NOT_FOUND */
    @GET
    @Path("{id}/likes")
    @PermitAll
    public Response likers(@PathParam("id") String id) {
        PageRequest page = PageRequest.of(uri.getQueryParameters());
        return answers.personal(reads.likers(Likeable.CONVERSATION, PathId.parse("id", id), caller.lookup(), page));
    }

    /** @return whether the caller likes it, or 304; 404 CONVERSATION_NOT_FOUND */
    @GET
    @Path("{id}/like")
    @RolesAllowed("user")
    public Response find(@PathParam("id") String id) {
        return answers.personal(
                Envelope.of(reads.find(Likeable.CONVERSATION, PathId.parse("id", id), caller.require())));
    }

    /** @return 200, again too; 404 CONVERSATION_NOT_FOUND */
    @PUT
    @Path("{id}/like")
    @RolesAllowed("user")
    public Response like(@PathParam("id") String id) {
        LikeView view = likes.like(Likeable.CONVERSATION, PathId.parse("id", id), caller.require());
        return answers.done(Envelope.of(view, "Liked successfully"));
    }

    /** @return 200, again too; 404 CONVERSATION_NOT_FOUND */
    @DELETE
    @Path("{id}/like")
    @RolesAllowed("user")
    public Response unlike(@PathParam("id") String id) {
        LikeView view = likes.unlike(Likeable.CONVERSATION, PathId.parse("id", id), caller.require());
        return answers.done(Envelope.of(view, "Like taken back successfully"));
    }
}
