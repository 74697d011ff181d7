package com.aichatchronicles.conversations;

import com.aichatchronicles.accounts.Caller;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.EntityTags;
import com.aichatchronicles.platform.persistence.NewId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
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
    ConversationsConfig config;

    @Inject
    Clock clock;

    /**
     * @param draft validated
     * @param caller its author; an admin may name another author and feature at once
     * @return the new conversation
     * @throws ApiException VALIDATION_ERROR if an admin names an author who doesn't exist
     */
    public ConversationView publish(NewConversation draft, Caller caller) {
        boolean publish = draft.published() == null ? config.legacyFrontend() : draft.published();
        Conversation conversation = new Conversation(NewId.next(), caller.id(), draft, publish, clock.instant());
        entities.persist(conversation);
        boolean privileged = caller.isAdmin() && (draft.authorId() != null || draft.featured() != null);
        if (!privileged) {
            entities.flush();
            changed(conversation);
            return conversation.view(Author.of(caller), everything());
        }
        giveTo(conversation, draft.authorId());
        conversation.feature(Boolean.TRUE.equals(draft.featured()));
        return written(conversation);
    }

    /**
     * @param id the conversation
     * @param changes validated
     * @param caller who edits
     * @param ifMatch the caller's If-Match header, or null
     * @return the conversation afterwards
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE or PRECONDITION_FAILED
     */
    public ConversationView edit(UUID id, ConversationEdit changes, Caller caller, String ifMatch) {
        Conversation conversation = requireOwn(id, caller, ErrorCode.UNAUTHORIZED_UPDATE);
        requireMatch(conversation, ifMatch);
        changed(conversation);
        conversation.edit(changes);
        if (caller.isAdmin()) {
            giveTo(conversation, changes.authorId());
            if (changes.featured() != null) {
                conversation.feature(changes.featured());
            }
        }
        return written(conversation);
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
    }

    /**
     * @param id the conversation
     * @param featured whether it stands on the front page
     * @param ifMatch the caller's If-Match header, or null
     * @return the conversation afterwards
     * @throws ApiException CONVERSATION_NOT_FOUND or PRECONDITION_FAILED
     */
    public ConversationView feature(UUID id, boolean featured, String ifMatch) {
        Conversation conversation = require(id);
        requireMatch(conversation, ifMatch);
        conversation.feature(featured);
        return written(conversation);
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

    /** Reads what was written, because the database sets version and time. */
    private ConversationView written(Conversation conversation) {
        entities.flush();
        changed(conversation);
        return queries.lookup(conversation.id(), everything()).orElseThrow();
    }

    private void changed(Conversation conversation) {
        evictions.changed(conversation.id(), conversation.category(), conversation.authorId());
    }

    private ConversationMembers everything() {
        return ConversationMembers.of(List.of(), config.legacyFrontend());
    }
}
