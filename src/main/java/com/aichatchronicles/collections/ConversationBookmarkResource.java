package com.aichatchronicles.collections;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Whether the caller keeps a conversation for later. */
@Path("conversations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConversationBookmarkResource {
    @Inject
    BookmarkService bookmarks;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    /** @return whether the caller keeps it, or 304 */
    @GET
    @Path("{id}/bookmark")
    @RolesAllowed("user")
    public Response find(@PathParam("id") String id) {
        return answers.personal(Envelope.of(bookmarks.find(PathId.parse("id", id), caller.require())));
    }

    /** @return 200, again too; 404 CONVERSATION_NOT_FOUND */
    @PUT
    @Path("{id}/bookmark")
    @RolesAllowed("user")
    public Response add(@PathParam("id") String id) {
        BookmarkView view = bookmarks.add(PathId.parse("id", id), caller.require());
        return answers.done(Envelope.of(view, "Bookmark added successfully"));
    }

    /** @return 200, again too */
    @DELETE
    @Path("{id}/bookmark")
    @RolesAllowed("user")
    public Response remove(@PathParam("id") String id) {
        BookmarkView view = bookmarks.remove(PathId.parse("id", id), caller.require());
        return answers.done(Envelope.of(view, "Bookmark removed successfully"));
    }
}
