package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.EntityTags;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.spam.PostKind;
import com.aichatchronicles.spam.SpamBrakeService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes conversations: publish, edit, delete, feature. */
@Stateless
@EvictsCache
public class ConversationService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    ConversationQueries queries;

    @Inject
    ConversationEvictions evictions;

    @Inject
    PublicationGuard guard;

    @Inject
    ConversationsConfig config;

    @Inject
    SpamBrakeService brakes;

    @Inject
    Event<Featured> featuring;

    @Inject
    Event<AuditFact> facts;

    @Inject
    Clock clock;

    /**
     * @param draft validated
     * @param caller its author; an admin may name another author and feature at once
     * @return the new conversation
     * @throws ApiException VALIDATION_ERROR if an admin names an author who doesn't exist, or as the brakes on spam
     *     say: VALIDATION_ERROR, POSTING_LIMIT_EXCEEDED, TEXT_ALREADY_EXISTS
     */
    public ConversationView publish(NewConversation draft, Caller caller) {
        brakes.admit(caller, PostKind.CONVERSATION, draft.title().strip(), draft.content());
        boolean publish = draft.published() == null ? config.legacyFrontend() : draft.published();
        Conversation conversation = new Conversation(NewId.next(), caller.id(), draft, publish, clock.instant());
        guard.check(conversation, draft.confirmFindings());
        entities.persist(conversation);
        boolean privileged = caller.isAdmin() && (draft.authorId() != null || draft.featured() != null);
        if (!privileged) {
            entities.flush();
            added(conversation);
            return conversation.view(Author.of(caller), everything());
        }
        giveTo(conversation, draft.authorId());
        return featured(conversation, Boolean.TRUE.equals(draft.featured()), caller);
    }

    /**
     * @param id the conversation
     * @param changes validated
     * @param caller who edits
     * @param ifMatch the caller's If-Match header, or null
     * @return the conversation afterwards
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE, PRECONDITION_FAILED, CONVERSATION_WITHHELD if
     *     it is to be published against the will of the moderators, or VALIDATION_ERROR as the brakes on spam say
     */
    public ConversationView edit(UUID id, ConversationEdit changes, Caller caller, String ifMatch) {
        Conversation conversation = requireOwn(id, caller, ErrorCode.UNAUTHORIZED_UPDATE);
        requireMatch(conversation, ifMatch);
        if (changes.content() != null) {
            brakes.admitEdit(caller, changes.content());
        }
        changed(conversation);
        change(conversation, changes, caller);
        if (caller.isAdmin()) {
            giveTo(conversation, changes.authorId());
            if (changes.featured() != null) {
                return featured(conversation, changes.featured(), caller);
            }
        }
        return written(conversation);
    }

    /**
     * Goes back to a former text; whether it is published stays as it is.
     *
     * @param id the conversation
     * @param former the text, with nothing about its publication
     * @param caller the author, a moderator or an admin
     * @param ifMatch the caller's If-Match header, or null
     * @return the conversation afterwards
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE, PRECONDITION_FAILED or FINDINGS_NOT_CONFIRMED
     */
    public ConversationView goBack(UUID id, ConversationEdit former, Caller caller, String ifMatch) {
        Conversation conversation = require(id);
        boolean moderates = conversation.isPublished() && caller.role() == Role.MODERATOR;
        Conversation own = moderates ? conversation : requireOwn(id, caller, ErrorCode.UNAUTHORIZED_UPDATE);
        requireMatch(own, ifMatch);
        changed(own);
        change(own, former, caller);
        return written(own);
    }

    /**
     * Publishes a draft whose time has come. One that was published meanwhile stays as it is.
     *
     * @param id the draft
     * @param time when it was to be published; the lists have it under this time
     * @param confirmed whether its author wants it published whatever is found in it
     * @throws ApiException CONVERSATION_NOT_FOUND, CONVERSATION_WITHHELD or FINDINGS_NOT_CONFIRMED
     */
    public void publishScheduled(UUID id, Instant time, boolean confirmed) {
        Conversation conversation = require(id);
        if (conversation.isPublished()) {
            return;
        }
        conversation.publishAsOf(time);
        guard.check(conversation, confirmed);
        changed(conversation);
    }

    /**
     * @param id the conversation, which is gone afterwards with its comments and likes
     * @param caller who deletes
     * @param ifMatch the caller's If-Match header, or null
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_DELETE or PRECONDITION_FAILED
     */
    public void delete(UUID id, Caller caller, String ifMatch) {
        Conversation conversation = requireOwn(id, caller, ErrorCode.UNAUTHORIZED_DELETE);
        requireMatch(conversation, ifMatch);
        changed(conversation);
        entities.remove(conversation);
        facts.fire(AuditFact.done("conversation.deleted").on("conversation", id));
    }

    /**
     * @param id the conversation
     * @param featured whether it stands on the front page
     * @param admin who decides that
     * @param ifMatch the caller's If-Match header, or null
     * @return the conversation afterwards
     * @throws ApiException CONVERSATION_NOT_FOUND or PRECONDITION_FAILED
     */
    public ConversationView feature(UUID id, boolean featured, Caller admin, String ifMatch) {
        Conversation conversation = require(id);
        requireMatch(conversation, ifMatch);
        return featured(conversation, featured, admin);
    }

    private void change(Conversation conversation, ConversationEdit changes, Caller caller) {
        boolean wasPublished = conversation.isPublished();
        conversation.edit(changes);
        conversation.editedBy(caller.id());
        if (!wasPublished || changes.hasText()) {
            guard.check(conversation, changes.confirmFindings());
        }
    }

    private Conversation requireOwn(UUID id, Caller caller, ErrorCode refusal) {
        Conversation conversation = require(id);
        boolean own = caller.isAdmin() || conversation.authorId().equals(caller.id());
        if (!own) {
            throw new ApiException(conversation.isPublished() ? refusal : ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return conversation;
    }

    /** Locks the row, so that of several editors with the same If-Match one wins and the others see its version. */
    private Conversation require(UUID id) {
        Conversation conversation = entities.find(Conversation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (conversation == null) {
            throw new ApiException(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return conversation;
    }

    private static void requireMatch(Conversation conversation, String ifMatch) {
        if (!EntityTags.matches(ifMatch, conversation.version())) {
            throw new ApiException(ErrorCode.PRECONDITION_FAILED);
        }
    }

    private void giveTo(Conversation conversation, String authorId) {
        if (authorId == null) {
            return;
        }
        UUID author = UUID.fromString(authorId);
        boolean exists = !new Sql()
                .add("SELECT 1 FROM public.profiles WHERE id = ?", author)
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
        if (!exists) {
            throw new ApiException(
                    ErrorCode.VALIDATION_ERROR, List.of(FieldError.of("author_id", "must exist", "any.invalid")));
        }
        conversation.giveTo(author);
    }

    private ConversationView featured(Conversation conversation, boolean featured, Caller admin) {
        boolean news = conversation.feature(featured) && featured;
        ConversationView view = written(conversation);
        if (news && view.published()) {
            featuring.fire(new Featured(admin.id(), view.id(), view.authorId()));
        }
        return view;
    }

    /** Reads what was written, because the database sets version and time. */
    private ConversationView written(Conversation conversation) {
        entities.flush();
        changed(conversation);
        return queries.lookup(conversation.id(), everything()).orElseThrow();
    }

    private void added(Conversation conversation) {
        if (conversation.isPublished()) {
            evictions.added(conversation.category(), conversation.authorId());
        }
    }

    private void changed(Conversation conversation) {
        evictions.changed(conversation.id(), conversation.category(), conversation.authorId());
    }

    private ConversationMembers everything() {
        return ConversationMembers.of(List.of(), config.legacyFrontend());
    }
}
