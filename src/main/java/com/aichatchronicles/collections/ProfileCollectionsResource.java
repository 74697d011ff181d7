package com.aichatchronicles.collections;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The collections of a person. */
@Path("profiles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfileCollectionsResource {
    @Inject
    CollectionReadService reads;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the person's public collections, for the person all, or 304; 404 PROFILE_NOT_FOUND */
    @GET
    @Path("{person}/collections")
    @PermitAll
    public Response list(@PathParam("person") String person) {
        PageRequest page = PageRequest.of(uri.getQueryParameters());
        return answers.personal(reads.of(person, caller.lookup(), page));
    }
}
