package com.aichatchronicles.follows;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
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

/** Who follows whom. */
@Path("profiles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FollowsResource {
    @Inject
    FollowService follows;

    @Inject
    FollowReadService reads;

    @Inject
    PublicFollows lists;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of those who follow somebody, or 304; 404 PROFILE_NOT_FOUND */
    @GET
    @Path("{person}/followers")
    @PermitAll
    public Response followers(@PathParam("person") String person) {
        return answers.shared(lists.followers(person, PageRequest.of(uri.getQueryParameters())));
    }

    /** @return a page of those whom somebody follows, or 304; 404 PROFILE_NOT_FOUND */
    @GET
    @Path("{person}/following")
    @PermitAll
    public Response following(@PathParam("person") String person) {
        return answers.shared(lists.following(person, PageRequest.of(uri.getQueryParameters())));
    }

    /** @return whether the caller follows somebody, or 304; 404 PROFILE_NOT_FOUND */
    @GET
    @Path("{person}/follow")
    @RolesAllowed("user")
    public Response find(@PathParam("person") String person) {
        return answers.personal(Envelope.of(reads.find(caller.require().id(), person)));
    }

    /** @return 200, again too; 404 PROFILE_NOT_FOUND, 409 FOLLOW_LIMIT_REACHED */
    @PUT
    @Path("{person}/follow")
    @RolesAllowed("user")
    public Response follow(@PathParam("person") String person) {
        FollowView view = follows.follow(caller.require().id(), person);
        return answers.done(Envelope.of(view, "Followed successfully"));
    }

    /** @return 200, again too; 404 PROFILE_NOT_FOUND */
    @DELETE
    @Path("{person}/follow")
    @RolesAllowed("user")
    public Response unfollow(@PathParam("person") String person) {
        FollowView view = follows.unfollow(caller.require().id(), person);
        return answers.done(Envelope.of(view, "Unfollowed successfully"));
    }
}
