package com.aichatchronicles.devices;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts tries in the database, the same for every server. The schedule of delays stands in {@code charge_guess}. */
@Stateless
public class GuessService {
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
    @Schedule(hour = "*", minute = "23", persistent = false)
    public void forgetOld() {
        entities.createNativeQuery("DELETE FROM chronicles.guesses WHERE last_at < now() - interval '25 hours'")
                .executeUpdate();
    }
}
