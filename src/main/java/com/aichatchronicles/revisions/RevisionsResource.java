package com.aichatchronicles.revisions;

import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.conversations.PublicationGuard;
import com.aichatchronicles.conversations.WrittenConversation;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** The former texts of a conversation. */
@Path("conversations/{id}/revisions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RevisionsResource {
    @Inject
    RevisionService revisions;

    @Inject
    PublicationGuard guard;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of former texts, the latest first, or 304; 403, 404 */
    @GET
    @RolesAllowed("user")
    public Response list(@PathParam("id") String id) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        PageRequest part = PageRequest.of(query);
        query.requireValid();
        return answers.personal(revisions.list(PathId.parse("id", id), part, caller.require()));
    }

    /** @return one former text, or 304; 403, 404 */
    @GET
    @Path("{version}")
    @RolesAllowed("user")
    public Response find(@PathParam("id") String id, @PathParam("version") String version) {
        UUID conversation = PathId.parse("id", id);
        return answers.personal(Envelope.of(revisions.find(conversation, number(version), caller.require())));
    }

    /** @return how a former text differs from another or from the present one, or 304; 403, 404, 422 */
    @GET
    @Path("{version}/diff")
    @RolesAllowed("user")
    public Response compare(@PathParam("id") String id, @PathParam("version") String version) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int with = query.integer("with", 0, 1, Integer.MAX_VALUE);
        query.requireValid();
        UUID conversation = PathId.parse("id", id);
        return answers.personal(Envelope.of(
                revisions.compare(conversation, number(version), with == 0 ? null : with, caller.require())));
    }

    /** @return 200 with the conversation, which has that text again; 403, 404, 412, 422 */
    @POST
    @Path("{version}/restore")
    @RolesAllowed("user")
    public Response goBack(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            GoingBack wish) {
        ConversationView view =
                revisions.goBack(PathId.parse("id", id), number(version), wish, caller.require(), ifMatch);
        return answers.written(
                Response.ok(),
                answers.tagOf(view, view.version()),
                WrittenConversation.of(view, "Conversation restored successfully", guard.findings()));
    }

    private static long number(String version) {
        if (!version.matches("\\d{1,18}")) {
            throw new ApiException(
                    ErrorCode.PARAM_VALIDATION_ERROR,
                    List.of(FieldError.of("version", "must be a number", "number.base")));
        }
        return Long.parseLong(version);
    }
}
