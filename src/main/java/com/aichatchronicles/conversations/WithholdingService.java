package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** What moderators do to conversations. */
@Stateless
@EvictsCache
public class WithholdingService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    ConversationEvictions evictions;

    @Inject
    Clock clock;

    /**
     * Takes a conversation from the public until it is restored. What is withheld already stays so.
     *
     * @param id the conversation
     * @param moderator who does so
     * @return its author
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft, unless an admin asks
     */
    public UUID withhold(UUID id, Caller moderator) {
        Conversation conversation = require(id);
        boolean seen = conversation.isPublished() || conversation.isWithheld() || moderator.isAdmin();
        if (!seen) {
            throw new ApiException(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        changed(conversation);
        conversation.withhold(clock.instant());
        return conversation.authorId();
    }

    /**
     * Publishes a conversation again that was withheld. What is published already stays so.
     *
     * @param id the conversation
     * @return its author
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft that was not withheld
     */
    public UUID restore(UUID id) {
        Conversation conversation = require(id);
        if (!conversation.isPublished() && !conversation.isWithheld()) {
            throw new ApiException(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        changed(conversation);
        conversation.restore();
        return conversation.authorId();
    }

    private Conversation require(UUID id) {
        Conversation conversation = entities.find(Conversation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (conversation == null) {
            throw new ApiException(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return conversation;
    }

    private void changed(Conversation conversation) {
        evictions.changed(conversation.id(), conversation.category(), conversation.authorId());
    }
}
