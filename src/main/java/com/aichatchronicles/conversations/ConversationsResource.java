package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.idempotency.Idempotent;
import com.aichatchronicles.platform.ratelimit.Policy;
import com.aichatchronicles.platform.ratelimit.RateLimited;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
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
import java.util.UUID;

/** Conversations: lists, search, single ones, and what their authors do to them. */
@Path("conversations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationsResource {
    @Inject
    PublishedConversations published;

    @Inject
    ConversationReadService reads;

    @Inject
    SearchGate gate;

    @Inject
    ConversationService conversations;

    @Inject
    PublicationGuard guard;

    @Inject
    ConversationsConfig config;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of published conversations, filtered, sorted and searched as the query says, or 304 */
    @GET
    @PermitAll
    @RateLimited(value = Policy.SEARCH, whenQuery = "search")
    public Response list() {
        return shared(parameters().list());
    }

    /** @return the featured conversations, the newest where none is featured, or 304 */
    @GET
    @Path("featured")
    @PermitAll
    public Response featured() {
        ListParameters parameters = parameters();
        return answers.shared(published.featured(parameters.featured(), parameters.members()));
    }

    /** @return the names of all categories in use, the standard ones first, or 304 */
    @GET
    @Path("categories")
    @PermitAll
    public Response categories() {
        return answers.shared(published.categories());
    }

    /** @return the same categories, each with its number of published conversations, or 304 */
    @GET
    @Path("categories/counts")
    @PermitAll
    public Response countedCategories() {
        return answers.shared(published.countedCategories());
    }

    /** @return a page of one category, or 304 */
    @GET
    @Path("category/{category}")
    @PermitAll
    @RateLimited(value = Policy.SEARCH, whenQuery = "search")
    public Response category(@PathParam("category") String category) {
        return shared(parameters().listOf(category));
    }

    /** @return a page of one author, with the drafts if it is the caller, or 304 */
    @GET
    @Path("user/{userId}")
    @PermitAll
    @RateLimited(value = Policy.SEARCH, whenQuery = "search")
    public Response ofUser(@PathParam("userId") String userId) {
        UUID author = PathId.parse("userId", userId);
        boolean own = caller.lookup().filter(known -> known.id().equals(author)).isPresent();
        ListRequest request = parameters().list().ofAuthor(author, own);
        return own
                ? answers.personal(request.isSearch() ? gate.search(request) : reads.list(request))
                : shared(request);
    }

    /** @return a page of hits, best first, or 304; 400 MISSING_SEARCH_TERM */
    @GET
    @Path("search")
    @PermitAll
    @RateLimited(Policy.SEARCH)
    public Response search() {
        return shared(parameters().search(uri.getQueryParameters()));
    }

    /** @return the site in figures, or 304 */
    @GET
    @Path("stats")
    @PermitAll
    public Response stats() {
        return answers.shared(published.stats());
    }

    /** @return one conversation, or 304; 404 CONVERSATION_NOT_FOUND, also for a draft of somebody else */
    @GET
    @Path("{id}")
    @PermitAll
    public Response find(@PathParam("id") String id) {
        UUID conversation = PathId.parse("id", id);
        ConversationMembers members = parameters().members();
        CachedAnswer answer = published.lookup(conversation, members);
        if (!answer.isAbsent()) {
            return answers.shared(answer);
        }
        ConversationView draft = reads.findDraft(conversation, caller.lookup(), members);
        return answers.personal(Envelope.of(draft), draft.version());
    }

    /** @return 201 with the new conversation, its address and its entity tag */
    @POST
    @Idempotent
    @RolesAllowed("user")
    public Response publish(NewConversation draft) {
        ConversationView made = conversations.publish(draft, caller.require());
        return written(
                Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build()),
                made,
                "created");
    }

    /** @return 200 with the conversation as it is now; 403, 404, or 412 where If-Match does not hold */
    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    public Response edit(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ConversationEdit changes) {
        UUID conversation = PathId.parse("id", id);
        return written(Response.ok(), conversations.edit(conversation, changes, caller.require(), ifMatch), "updated");
    }

    /** @return 200; 403, 404, or 412 where If-Match does not hold */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        conversations.delete(PathId.parse("id", id), caller.require(), ifMatch);
        return Response.ok(Envelope.message("Conversation deleted successfully"))
                .build();
    }

    /** @return 200 with the conversation as it is now; 404, or 412 where If-Match does not hold */
    @PATCH
    @Path("{id}/featured")
    @RolesAllowed("admin")
    public Response feature(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Featuring featuring) {
        UUID conversation = PathId.parse("id", id);
        return written(
                Response.ok(),
                conversations.feature(conversation, featuring.featured(), caller.require(), ifMatch),
                "updated");
    }

    private ListParameters parameters() {
        return new ListParameters(uri.getQueryParameters(), config.legacyFrontend());
    }

    private Response shared(ListRequest request) {
        return answers.shared(request.isSearch() ? published.search(request) : published.list(request));
    }

    private Response written(Response.ResponseBuilder answer, ConversationView view, String done) {
        return answers.written(
                answer,
                answers.tagOf(view, view.version()),
                WrittenConversation.of(view, "Conversation " + done + " successfully", guard.findings()));
    }
}
