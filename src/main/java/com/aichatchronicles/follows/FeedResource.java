package com.aichatchronicles.follows;

import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationsConfig;
import com.aichatchronicles.platform.http.Answers;
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

/** What those write whom the caller follows. */
@Path("feed")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FeedResource {
    @Inject
    FollowReadService reads;

    @Inject
    ConversationsConfig config;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the caller's feed, the newest first, or 304 */
    @GET
    @RolesAllowed("user")
    public Response feed() {
        CardRequest request = CardRequest.byCursor(uri.getQueryParameters(), config);
        return answers.personal(reads.feed(caller.require().id(), request));
    }
}
