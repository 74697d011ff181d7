package com.aichatchronicles.conversations;

import com.aichatchronicles.accounts.AccountDeleted;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Prepares the conversations for the deletion of an account. */
@Stateless
public class DepartureService {
    private static final String HOLD = """
            SELECT count(*) FROM (
                SELECT FROM public.conversations WHERE id IN (
                    SELECT id FROM public.conversations WHERE author_id = ?1
                    UNION SELECT conversation_id FROM public.comments WHERE author_id = ?1
                    UNION SELECT conversation_id FROM public.likes WHERE user_id = ?1 AND conversation_id IS NOT NULL)
                 ORDER BY id FOR UPDATE) held""";

    @PersistenceContext
    EntityManager entities;

    /**
     * Takes the locks on whatever conversations the deletion will change before it takes any other: whoever likes or
     * comments takes that of the conversation first too, and so the two wait for each other instead of dead-locking.
     *
     * @param departed whose account it is
     */
    public void hold(@Observes AccountDeleted departed) {
        entities.createNativeQuery(HOLD).setParameter(1, departed.holder().id()).getSingleResult();
    }
}
