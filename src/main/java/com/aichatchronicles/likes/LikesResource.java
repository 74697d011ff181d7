package com.aichatchronicles.likes;

import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationsConfig;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the caller likes. */
@Path("likes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LikesResource {
    @Inject
    LikeReadService reads;

    @Inject
    ConversationsConfig config;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the conversations that the caller likes, the last liked first, or 304 */
    @GET
    @Path("conversations")
    @RolesAllowed("user")
    public Response conversations() {
        CardRequest request = CardRequest.of(uri.getQueryParameters(), config);
        return answers.personal(reads.conversations(caller.require(), request));
    }

    /** @return a page of the comments that the caller likes, the last liked first, or 304 */
    @GET
    @Path("comments")
    @RolesAllowed("user")
    public Response comments() {
        return answers.personal(reads.comments(caller.require(), PageRequest.of(uri.getQueryParameters())));
    }
}
