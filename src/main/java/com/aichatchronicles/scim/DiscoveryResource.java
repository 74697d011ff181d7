package com.aichatchronicles.scim;

import com.aichatchronicles.platform.errors.ScimError;
import com.aichatchronicles.platform.http.BelongsTo;
import com.aichatchronicles.scim.protocol.Answering;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.annotation.security.RolesAllowed;
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

/** Tells directories what they may do here (RFC 7644, section 4). */
@Path("")
@BelongsTo(ScimApplication.class)
@ApplicationScoped
@Produces({ScimError.SCIM_JSON, MediaType.APPLICATION_JSON})
public class DiscoveryResource {
    @Inject
    Discovery discovery;

    @Inject
    Answering answers;

    @Context
    UriInfo address;

    /** @return 200 with what is supported */
    @GET
    @Path("ServiceProviderConfig")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response serviceProviderConfig() {
        return answers.json(Response.ok(), discovery.serviceProviderConfig());
    }

    /** @return 200 with the types of resources; 403 for a filter of them */
    @GET
    @Path("ResourceTypes")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response resourceTypes() {
        return list(discovery.resourceTypes());
    }

    /** @return 200 with the type of resources; 404 */
    @GET
    @Path("ResourceTypes/{name}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response resourceType(@PathParam("name") String name) {
        return one(discovery.resourceTypes(), name, "ResourceType");
    }

    /** @return 200 with the schemas; 403 for a filter of them */
    @GET
    @Path("Schemas")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response schemas() {
        return list(discovery.schemas());
    }

    /** @return 200 with the schema; 404 */
    @GET
    @Path("Schemas/{urn}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response schema(@PathParam("urn") String urn) {
        return one(discovery.schemas(), urn, "Schema");
    }

    private Response list(ArrayNode all) {
        if (address.getQueryParameters().containsKey("filter")) {
            throw ScimFailure.forbidden("What the tree says about itself can't be filtered");
        }
        return answers.list(all.size(), 1, all);
    }

    private Response one(ArrayNode all, String id, String type) {
        return answers.json(Response.ok(), Discovery.one(all, id).orElseThrow(() -> ScimFailure.notFound(type)));
    }
}
