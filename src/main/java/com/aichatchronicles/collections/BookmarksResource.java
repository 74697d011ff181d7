package com.aichatchronicles.collections;

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

/** What the caller keeps for later. */
@Path("bookmarks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BookmarksResource {
    @Inject
    BookmarkService bookmarks;

    @Inject
    ConversationsConfig config;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the conversations that the caller keeps, the last kept first, or 304 */
    @GET
    @RolesAllowed("user")
    public Response list() {
        CardRequest request = CardRequest.of(uri.getQueryParameters(), config);
        return answers.personal(bookmarks.list(caller.require(), request));
    }
}
