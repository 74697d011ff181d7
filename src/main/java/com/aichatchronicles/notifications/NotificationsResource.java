package com.aichatchronicles.notifications;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.http.QueryParameters;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;

/** The caller's own notifications, and which the caller wants. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotificationsResource {
    @Inject
    NotificationService notifications;

    @Inject
    PreferenceService preferences;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of notifications, the last first, or 304 */
    @GET
    @RolesAllowed("user")
    public Response list() {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        boolean unread = "true".equals(query.oneOf("unread", "false", Set.of("true", "false")));
        PageRequest page = PageRequest.byCursor(query);
        query.requireValid();
        return answers.personal(notifications.list(me(), unread, page));
    }

    /** @return how many were not read, or 304 */
    @GET
    @Path("unread-count")
    @RolesAllowed("user")
    public Response unread() {
        return answers.personal(Envelope.of(notifications.unread(me())));
    }

    /** @return 200; all have been read now */
    @PUT
    @Path("read")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response readAll() {
        notifications.readAll(me());
        return done(Envelope.message("Notifications marked as read successfully"));
    }

    /** @return 200; 404 NOTIFICATION_NOT_FOUND, also for somebody else's */
    @PUT
    @Path("{id}/read")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response read(@PathParam("id") String id) {
        notifications.read(me(), PathId.parse("id", id));
        return done(Envelope.message("Notification marked as read successfully"));
    }

    /** @return what the caller wants to be told, or 304 */
    @GET
    @Path("preferences")
    @RolesAllowed("user")
    public Response preferences() {
        return answers.personal(Envelope.of(preferences.find(me())));
    }

    /** @return 200 with what the caller wants to be told from now on */
    @PUT
    @Path("preferences")
    @RolesAllowed("user")
    public Response editPreferences(Preferences changes) {
        return done(Envelope.of(preferences.edit(me(), changes), "Preferences updated successfully"));
    }

    private UUID me() {
        return caller.require().id();
    }

    private static Response done(Envelope<?> body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
