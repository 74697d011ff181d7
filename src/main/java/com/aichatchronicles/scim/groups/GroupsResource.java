package com.aichatchronicles.scim.groups;

import com.aichatchronicles.platform.errors.ScimError;
import com.aichatchronicles.platform.http.BelongsTo;
import com.aichatchronicles.scim.DirectoryContext;
import com.aichatchronicles.scim.ScimApplication;
import com.aichatchronicles.scim.protocol.Answering;
import com.aichatchronicles.scim.protocol.AttributeSelection;
import com.aichatchronicles.scim.protocol.Change;
import com.aichatchronicles.scim.protocol.FilterableAttributes;
import com.aichatchronicles.scim.protocol.ListRequest;
import com.aichatchronicles.scim.protocol.ResourceKind;
import com.aichatchronicles.scim.protocol.StoredResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** Groups of a directory (RFC 7644, section 3). */
@Path("Groups")
@BelongsTo(ScimApplication.class)
@ApplicationScoped
@Produces({ScimError.SCIM_JSON, MediaType.APPLICATION_JSON})
@Consumes({ScimError.SCIM_JSON, MediaType.APPLICATION_JSON})
public class GroupsResource {
    @Inject
    ScimGroupService groups;

    @Inject
    Answering answers;

    @Context
    UriInfo address;

    /** @return 200 with a list of groups */
    @GET
    @RolesAllowed(DirectoryContext.ROLE)
    public Response list() {
        ListRequest request =
                ListRequest.of(address.getQueryParameters(), FilterableAttributes.GROUP, GroupQueries.SORTABLE);
        return answers.list(
                ResourceKind.GROUP, groups.list(request, wantsMembers()), request.startIndex(), selection());
    }

    /** @return 201 with the group; 409 uniqueness */
    @POST
    @RolesAllowed(DirectoryContext.ROLE)
    public Response create(InputStream body) {
        return answers.created(ResourceKind.GROUP, groups.create(GroupInput.read(body)), selection());
    }

    /** @return 200 with the group, or 304; 404 */
    @GET
    @Path("{id}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response find(@PathParam("id") String id, @HeaderParam("If-None-Match") String known) {
        return answers.found(
                ResourceKind.GROUP, groups.find(ResourceKind.GROUP.id(id), wantsMembers()), selection(), known);
    }

    /** @return 200 with the group afterwards; 404, 409 uniqueness, 412 */
    @PUT
    @Path("{id}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response replace(@PathParam("id") String id, @HeaderParam("If-Match") String condition, InputStream body) {
        GroupInput group = GroupInput.read(body);
        return answers.found(
                ResourceKind.GROUP, groups.replace(ResourceKind.GROUP.id(id), group, condition), selection());
    }

    /**
     * @return 204, for there may be very many members; 200 with the group where the client names the attributes that it
     *     wants (RFC 7644, section 3.5.2); 404, 409 uniqueness, 412
     */
    @PATCH
    @Path("{id}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String condition, InputStream body) {
        StoredResource group = groups.change(ResourceKind.GROUP.id(id), Change.read(body), condition);
        if (selection().wanted().isEmpty()) {
            return Response.noContent()
                    .header(HttpHeaders.ETAG, group.entityTag())
                    .build();
        }
        return answers.found(ResourceKind.GROUP, groups.find(group.id(), wantsMembers()), selection());
    }

    /** @return 204; its members stay users, without the role that it gave them; 404, 412 */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(DirectoryContext.ROLE)
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String condition) {
        groups.delete(ResourceKind.GROUP.id(id), condition);
        return Response.noContent().build();
    }

    private boolean wantsMembers() {
        return selection().includes("members");
    }

    private AttributeSelection selection() {
        return AttributeSelection.of(address.getQueryParameters());
    }
}
