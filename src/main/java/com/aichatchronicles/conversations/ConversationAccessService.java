package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Says who may do what to a conversation, for the packages that hang something on it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ConversationAccessService {
    @PersistenceContext
    EntityManager entities;

    /**
     * @param id the conversation
     * @param caller who is to be its author or an admin
     * @return whether it is published
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft of somebody else; UNAUTHORIZED_UPDATE
     */
    public boolean requireOwn(UUID id, Caller caller) {
        Object[] row = row(id);
        boolean published = Boolean.TRUE.equals(row[1]);
        if (!caller.isAdmin() && !caller.id().equals(row[0])) {
            throw new ApiException(published ? ErrorCode.UNAUTHORIZED_UPDATE : ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return published;
    }

    /**
     * @param id the conversation
     * @param caller who is to be its author or an admin, or a moderator where it is published
     * @return whether they may also see the texts that were drafts and nothing else
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft of somebody else; INSUFFICIENT_PERMISSIONS
     */
    public boolean requireHistory(UUID id, Caller caller) {
        Object[] row = row(id);
        boolean published = Boolean.TRUE.equals(row[1]);
        boolean own = caller.isAdmin() || caller.id().equals(row[0]);
        boolean moderates = published && caller.role() == Role.MODERATOR;
        if (!own && !moderates) {
            throw new ApiException(published ? ErrorCode.INSUFFICIENT_PERMISSIONS : ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return own;
    }

    private Object[] row(UUID id) {
        List<?> rows = new Sql()
                .add("SELECT author_id, published FROM public.conversations WHERE id = ?", id)
                .by(entities::createNativeQuery)
                .getResultList();
        if (rows.isEmpty()) {
            throw new ApiException(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return (Object[]) rows.get(0);
    }
}
