package com.aichatchronicles.profiles;

import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationsConfig;
import com.aichatchronicles.platform.http.Answers;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the world sees of people. */
@Path("profiles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfilesResource {
    @Inject
    PublicProfiles profiles;

    @Inject
    ConversationsConfig config;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return one profile by id or username, or 304; 404 PROFILE_NOT_FOUND */
    @GET
    @Path("{person}")
    @PermitAll
    public Response find(@PathParam("person") String person) {
        return answers.shared(profiles.find(person));
    }

    /** @return a page of the person's published conversations, newest first, or 304; 404 PROFILE_NOT_FOUND */
    @GET
    @Path("{person}/conversations")
    @PermitAll
    public Response conversations(@PathParam("person") String person) {
        CardRequest request = CardRequest.of(uri.getQueryParameters(), config);
        return answers.shared(profiles.conversations(person, request));
    }
}
