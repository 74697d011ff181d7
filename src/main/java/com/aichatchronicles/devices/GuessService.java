package com.aichatchronicles.devices;

import com.aichatchronicles.platform.persistence.Tidying;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts tries in the database, the same for every server. The schedule of delays stands in {@code charge_guess}. */
@Stateless
public class GuessService {
    private static final String FORGET_OLD = """
            DELETE FROM chronicles.guesses WHERE key IN (
                SELECT key FROM chronicles.guesses WHERE last_at < now() - interval '25 hours'
                 ORDER BY last_at LIMIT ?1 FOR UPDATE SKIP LOCKED)""";

    @PersistenceContext
    EntityManager entities;

    /**
     * Counts a try.
     *
     * @param key what is guessed at
     * @return 0 if the try may be made, else the seconds to wait
     */
    public int charge(String key) {
        return ((Number) entities.createNativeQuery("SELECT chronicles.charge_guess(?1)")
                        .setParameter(1, key)
                        .getSingleResult())
                .intValue();
    }

    /**
     * Starts afresh after a try that was right.
     *
     * @param key what was guessed at
     */
    public void forget(String key) {
        entities.createNativeQuery("DELETE FROM chronicles.guesses WHERE key = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }

    /** Forgets tries that no longer count. */
    public void forgetOld(@Observes Tidying tidying) {
        tidying.deleted(entities.createNativeQuery(FORGET_OLD)
                .setParameter(1, Tidying.BATCH)
                .executeUpdate());
    }
}
