package com.aichatchronicles.drafts;

import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Conversations for those who hold a secret link. */
@Path("shared")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharedResource {
    @Inject
    LinkService links;

    @Inject
    Answers answers;

    /** @return the conversation, or 304; 404 LINK_NOT_FOUND for a link that never was, was revoked or has expired */
    @GET
    @Path("{token}")
    @PermitAll
    public Response open(@PathParam("token") String token) {
        ConversationView view = links.open(token);
        return answers.secret(Envelope.of(view), view.version());
    }
}
