package com.aichatchronicles.scim.users;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** Users of a directory (RFC 7644, section 3). */
@Path("Users")
@BelongsTo(ScimApplication.class)
@ApplicationScoped
@Produces({ScimError.SCIM_JSON, MediaType.APPLICATION_JSON})
@Consumes({ScimError.SCIM_JSON, MediaType.APPLICATION_JSON})
public class UsersResource {
    @Inject
    ScimUserService users;

    @Inject
    Answering answers;

    @Context
    UriInfo address;

    /** @return 200 with a list of users */
    @GET
    @RolesAllowed(DirectoryContext.ROLE)
    public Response list() {
        ListRequest request =
                ListRequest.of(address.getQueryParameters(), FilterableAttributes.USER, UserQueries.SORTABLE);
        return answers.list(ResourceKind.USER, users.list(request), request.startIndex(), selection());
    }

    /** @return 201 with the user; 409 uniqueness */
    @POST
    @RolesAllowed(DirectoryContext.ROLE)
    public Response create(InputStream body) {
        return answers.created(ResourceKind.USER, users.create(UserInput.read(body)), selection());
    }

    /** @return 200 with the user, or 304; 404 */
    @GET
    @Path("{id}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response find(@PathParam("id") String id, @HeaderParam("If-None-Match") String known) {
        return answers.found(ResourceKind.USER, users.find(ResourceKind.USER.id(id)), selection(), known);
    }

    /** @return 200 with the user afterwards; 404, 409 uniqueness, 412 */
    @PUT
    @Path("{id}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response replace(@PathParam("id") String id, @HeaderParam("If-Match") String condition, InputStream body) {
        UserInput user = UserInput.read(body);
        return answers.found(ResourceKind.USER, users.replace(ResourceKind.USER.id(id), user, condition), selection());
    }

    /** @return 200 with the user afterwards; 404, 409 uniqueness, 412 */
    @PATCH
    @Path("{id}")
    @RolesAllowed(DirectoryContext.ROLE)
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String condition, InputStream body) {
        StoredResource user = users.change(ResourceKind.USER.id(id), Change.read(body), condition);
        return answers.found(ResourceKind.USER, user, selection());
    }

    /** @return 204; the account and what hangs on it are gone; 404, 412 */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(DirectoryContext.ROLE)
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String condition) {
        users.delete(ResourceKind.USER.id(id), condition);
        return Response.noContent().build();
    }

    private AttributeSelection selection() {
        return AttributeSelection.of(address.getQueryParameters());
    }
}
