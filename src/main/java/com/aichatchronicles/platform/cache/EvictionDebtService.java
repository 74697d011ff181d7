package com.aichatchronicles.platform.cache;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Writes that the caches could not be told of (see V6__cache_debts.sql). */
@Stateless
public class EvictionDebtService {
    @PersistenceContext
    EntityManager entities;

    /** Every server forgets everything soon after the caller's transaction commits. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void owe() {
        entities.createNativeQuery(
                        "UPDATE chronicles.cache_debts SET owed = owed + 1 WHERE slot = pg_backend_pid() % 64")
                .executeUpdate();
    }

    /** @return a number that grows with each such write */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public String total() {
        return entities.createNativeQuery("SELECT CAST(sum(owed) AS text) FROM chronicles.cache_debts")
                .getSingleResult()
                .toString();
    }
}
