package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.http.QueryParameters;
import com.aichatchronicles.platform.idempotency.Idempotent;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
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

/** Seminars: lists, single ones, calendars, seats, and what their hosts do to them. */
@Path("seminars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SeminarsResource {
    @Inject
    SeminarReadService reads;

    @Inject
    SeminarService seminars;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of seminars by status, category and time, the soonest first, or 304 */
    @GET
    @PermitAll
    public Response list() {
        return answer(reads.list(SeminarList.of(uri.getQueryParameters()), caller.lookup()));
    }

    /** @return a page of the seminars that the caller hosts or takes part in, or 304 */
    @GET
    @Path("mine")
    @RolesAllowed("user")
    public Response listOwn() {
        return answers.personal(reads.listOwn(SeminarList.of(uri.getQueryParameters()), caller.require()));
    }

    /** @return the caller's seminars as a calendar, or 304 */
    @GET
    @Path("mine/calendar.ics")
    @Produces({Answers.CALENDAR, MediaType.APPLICATION_JSON})
    @RolesAllowed("user")
    public Response calendarOfOwn() {
        return answers.calendar(reads.calendarOfOwn(caller.require()), "my-seminars.ics");
    }

    /** @return one seminar, or 304; 404 SEMINAR_NOT_FOUND */
    @GET
    @Path("{id}")
    @PermitAll
    public Response find(@PathParam("id") String id) {
        SeminarView view = reads.find(PathId.parse("id", id), caller.lookup());
        return caller.lookup().isPresent()
                ? answers.personal(Envelope.of(view), view.version())
                : answers.shared(Envelope.of(view), view.version());
    }

    /** @return one seminar as a calendar, or 304; 404 SEMINAR_NOT_FOUND */
    @GET
    @Path("{id}/calendar.ics")
    @Produces({Answers.CALENDAR, MediaType.APPLICATION_JSON})
    @PermitAll
    public Response calendar(@PathParam("id") String id) {
        return answers.calendar(reads.calendar(PathId.parse("id", id), caller.lookup()), "seminar.ics");
    }

    /** @return a page of those who have a seat, or 304; 404 SEMINAR_NOT_FOUND */
    @GET
    @Path("{id}/participants")
    @PermitAll
    public Response participants(@PathParam("id") String id) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        PageRequest part = PageRequest.of(query);
        query.requireValid();
        return answers.shared(reads.participants(PathId.parse("id", id), part));
    }

    /** @return 201 with the new seminar, its address and its entity tag */
    @POST
    @Idempotent
    @RolesAllowed("user")
    public Response announce(NewSeminar plan) {
        SeminarView made = seminars.announce(plan, caller.require());
        return written(
                Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build()),
                made,
                "Seminar created successfully");
    }

    /** @return 200 with the seminar as it is now; 403, 404, 409, or 412 where If-Match does not hold */
    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    public Response edit(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SeminarEdit changes) {
        SeminarView edited = seminars.edit(PathId.parse("id", id), changes, caller.require(), ifMatch);
        return written(Response.ok(), edited, "Seminar updated successfully");
    }

    /** @return 200; 403, 404, or 412 where If-Match does not hold */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        seminars.delete(PathId.parse("id", id), caller.require(), ifMatch);
        return Response.ok(Envelope.message("Seminar deleted successfully")).build();
    }

    /** @return 200 with the seminar and its address, the second time too; 404, or 409 if there is no seat */
    @PUT
    @Path("{id}/registration")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response register(@PathParam("id") String id) {
        SeminarView joined = seminars.register(PathId.parse("id", id), caller.require());
        return written(Response.ok(), joined, "You have a seat");
    }

    /** @return 200 with the seminar, the second time too; 404 */
    @DELETE
    @Path("{id}/registration")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response unregister(@PathParam("id") String id) {
        SeminarView left = seminars.unregister(PathId.parse("id", id), caller.require());
        return written(Response.ok(), left, "You have no seat any more");
    }

    private Response answer(Object page) {
        return caller.lookup().isPresent() ? answers.personal(page) : answers.shared(page);
    }

    private Response written(Response.ResponseBuilder answer, SeminarView view, String message) {
        return answer.header(HttpHeaders.ETAG, answers.tagOf(view, view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Envelope.of(view, message))
                .build();
    }
}
