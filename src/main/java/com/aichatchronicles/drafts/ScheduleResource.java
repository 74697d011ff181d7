package com.aichatchronicles.drafts;

import com.aichatchronicles.conversations.DraftPreviewService;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** When a draft is to be published. */
@Path("conversations/{id}/schedule")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScheduleResource {
    @Inject
    ScheduleService schedules;

    @Inject
    DraftPreviewService previews;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    /** @return the schedule, or 304; 403, 404 */
    @GET
    @RolesAllowed("user")
    public Response find(@PathParam("id") String id) {
        return answers.personal(Envelope.of(schedules.find(PathId.parse("id", id), caller.require())));
    }

    /** @return 200 with the schedule, in place of an earlier one, and what the draft seems to hold; 403, 404, 409 */
    @PUT
    @RolesAllowed("user")
    public Response schedule(@PathParam("id") String id, NewSchedule schedule) {
        UUID conversation = PathId.parse("id", id);
        ScheduleView scheduled = schedules.schedule(conversation, schedule, caller.require());
        return answers.done(WrittenSchedule.of(scheduled, previews.findings(conversation)));
    }

    /** @return 200; 403, 404 */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response cancel(@PathParam("id") String id) {
        schedules.cancel(PathId.parse("id", id), caller.require());
        return Response.ok(Envelope.message("Publication cancelled successfully"))
                .build();
    }
}
