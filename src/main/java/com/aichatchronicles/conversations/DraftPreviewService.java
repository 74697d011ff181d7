package com.aichatchronicles.conversations;

import com.aichatchronicles.findings.Finding;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Looks at drafts as at what is about to be public, so that an author learns in time what will be found. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DraftPreviewService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    PublicationGuard guard;

    /**
     * @param id a draft that the caller may read
     * @return what its text seems to hold that should perhaps not be public, a hundred things at most; null for nothing
     * @throws ApiException CONVERSATION_NOT_FOUND
     */
    public List<Finding> findings(UUID id) {
        Conversation draft = entities.find(Conversation.class, id);
        if (draft == null) {
            throw new ApiException(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        guard.preview(draft);
        return guard.findings();
    }
}
