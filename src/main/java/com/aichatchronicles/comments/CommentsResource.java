package com.aichatchronicles.comments;

import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.idempotency.Idempotent;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;

/** The comments under one conversation. */
@Path("conversations/{id}/comments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommentsResource {
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

    /** @return a page of threads, or 304; 404 CONVERSATION_NOT_FOUND, also for a draft of somebody else */
    @GET
    @PermitAll
    public Response threads(@PathParam("id") String id) {
        ThreadRequest request = ThreadRequest.of(uri.getQueryParameters());
        UUID conversation = PathId.parse("id", id);
        CachedAnswer shown = lists.threads(conversation, request);
        return shown.isAbsent()
                ? answers.personal(reads.threads(conversation, request, caller.lookup()))
                : answers.shared(shown);
    }

    /** @return 201 with the new comment, its address and its entity tag; 404, also for a draft of somebody else */
    @POST
    @Idempotent
    @RolesAllowed("user")
    public Response post(@PathParam("id") String id, NewComment draft) {
        VersionedComment made = comments.post(PathId.parse("id", id), draft, caller.require());
        URI place = uri.getBaseUriBuilder()
                .path(CommentResource.class)
                .path(made.comment().id().toString())
                .build();
        return answers.written(
                Response.created(place),
                answers.tagOf(made.comment(), made.version()),
                Envelope.of(made.comment(), "Comment created successfully"));
    }
}
