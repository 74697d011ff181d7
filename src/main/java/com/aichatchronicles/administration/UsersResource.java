package com.aichatchronicles.administration;

import com.aichatchronicles.accounts.ProfileEdit;
import com.aichatchronicles.accounts.StandingService;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.http.QueryParameters;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.UUID;

/** Accounts, for admins. */
@Path("admin/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    UserService users;

    @Inject
    StandingService standing;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the accounts that the query asks for, the newest first, or 304 */
    @GET
    @RolesAllowed("admin")
    public Response list() {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        UserFilter filter = UserFilter.of(query);
        PageRequest page = PageRequest.byCursor(query);
        query.requireValid();
        return answers.personal(users.list(filter, page));
    }

    /** @return one account, or 304; 404 USER_NOT_FOUND */
    @GET
    @Path("{id}")
    @RolesAllowed("admin")
    public Response find(@PathParam("id") String id) {
        VersionedUser found = users.find(PathId.parse("id", id));
        return answers.personal(Envelope.of(found.user()), found.version());
    }

    /** @return 200; 404 USER_NOT_FOUND, 409 LAST_ADMIN */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    public Response delete(@PathParam("id") String id) {
        standing.delete(PathId.parse("id", id));
        return answers.done(Envelope.message("User deleted successfully"));
    }

    /** @return 200 with the account as it is now; 404, 409 LAST_ADMIN, or 412 where If-Match does not hold */
    @PUT
    @Path("{id}/role")
    @RolesAllowed("admin")
    public Response changeRole(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RoleChange change) {
        UUID user = PathId.parse("id", id);
        return written(users.changeRole(user, change, ifMatch), "Role changed successfully");
    }

    /** @return 200 with the account as it is now; 404, 409 LAST_ADMIN, or 412 where If-Match does not hold */
    @PUT
    @Path("{id}/ban")
    @RolesAllowed("admin")
    public Response ban(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NewBan ban) {
        UUID user = PathId.parse("id", id);
        return written(users.ban(user, ban, caller.require().id(), ifMatch), "User banned successfully");
    }

    /** @return 200 with the account as it is now; 404, or 412 where If-Match does not hold */
    @DELETE
    @Path("{id}/ban")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    public Response unban(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return written(users.unban(PathId.parse("id", id), ifMatch), "Ban lifted successfully");
    }

    /**
     * @return 200 with the account as it is now; 404 PROFILE_NOT_FOUND, 409 USER_ALREADY_EXISTS for a taken username
     */
    @PUT
    @Path("{id}/profile")
    @RolesAllowed("admin")
    public Response editProfile(@PathParam("id") String id, ProfileEdit changes) {
        return written(users.editProfile(PathId.parse("id", id), changes), "Profile updated successfully");
    }

    /** @return 200, all sessions have ended; 404 USER_NOT_FOUND */
    @DELETE
    @Path("{id}/sessions")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    public Response signOut(@PathParam("id") String id) {
        standing.signOut(PathId.parse("id", id));
        return answers.done(Envelope.message("User signed out everywhere"));
    }

    /** @return 200 with the account, its address verified; 404 USER_NOT_FOUND */
    @PUT
    @Path("{id}/verification")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    public Response verify(@PathParam("id") String id) {
        return written(users.verify(PathId.parse("id", id)), "Email verified successfully");
    }

    /** @return 200, a link is on its way unless the address is verified; 404 USER_NOT_FOUND */
    @POST
    @Path("{id}/verification")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    public Response resendVerification(@PathParam("id") String id) {
        users.resendVerification(PathId.parse("id", id));
        return answers.done(Envelope.message("A link is on its way unless the address is verified"));
    }

    private Response written(VersionedUser user, String message) {
        return Response.ok(Envelope.of(user.user(), message))
                .header(HttpHeaders.ETAG, answers.tagOf(user.user(), user.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
