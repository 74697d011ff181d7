package com.aichatchronicles.usernames;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Keeps usernames apart: no two that differ by case alone, and none that looks like one that is there. */
@Stateless
public class UsernameService {
    /** Names worked out in one transaction. */
    static final int BATCH = 500;

    // Profiles belong to the accounts, which are built upon this package.
    private static final String TAKEN =
            "SELECT COUNT(p) FROM Profile p WHERE LOWER(p.username) = :username AND p.id <> :owner";

    private static final String FIND_MISSED = """
            INSERT INTO chronicles.username_looks (user_id, username)
            SELECT p.id, p.username FROM public.profiles p
              LEFT JOIN chronicles.username_looks l ON l.user_id = p.id
             WHERE p.username IS NOT NULL AND p.username IS DISTINCT FROM l.username
            ON CONFLICT (user_id) DO UPDATE SET username = excluded.username, look = NULL""";

    @PersistenceContext
    EntityManager entities;

    /**
     * Refuses a name that is taken or looks like a taken one; nobody else gets it, nor one like it, until the
     * transaction ends. The table's own constraint knows neither, so claims at once are put in order by locks.
     *
     * @param username what somebody wants to be called
     * @param owner whose own name, if there is one already, does not count
     * @throws ApiException USER_ALREADY_EXISTS
     */
    public void claim(String username, UUID owner) {
        String folded = username.toLowerCase(Locale.ROOT);
        String look = Usernames.look(username);
        lock("username:" + folded);
        lock("look:" + look);
        long taken = entities.createQuery(TAKEN, Long.class)
                .setParameter("username", folded)
                .setParameter("owner", owner)
                .getSingleResult();
        if (taken > 0 || isTakenByLook(look, owner)) {
            throw new ApiException(ErrorCode.USER_ALREADY_EXISTS);
        }
    }

    /**
     * Notes what the name looks like, once it is stored.
     *
     * @param owner whose name it is
     * @param username the name
     */
    public void note(UUID owner, String username) {
        entities.createNativeQuery(
                        "UPDATE chronicles.username_looks SET look = ?1 WHERE user_id = ?2 AND username = ?3")
                .setParameter(1, Usernames.look(username))
                .setParameter(2, owner)
                .setParameter(3, username)
                .executeUpdate();
    }

    /**
     * Works out what names look like that came another way, as from a dump.
     *
     * @return how many, at most {@link #BATCH}
     */
    public int noteOthers() {
        List<?> rows = entities.createNativeQuery("SELECT user_id, username FROM chronicles.username_looks"
                        + " WHERE look IS NULL ORDER BY user_id LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED")
                .getResultList();
        rows.forEach(row -> note((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        return rows.size();
    }

    /** Takes up names that came while the database's triggers were off. */
    public void findMissed() {
        entities.createNativeQuery(FIND_MISSED).executeUpdate();
    }

    private boolean isTakenByLook(String look, UUID owner) {
        return (Boolean) entities.createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM chronicles.username_looks WHERE look = ?1 AND user_id <> ?2)")
                .setParameter(1, look)
                .setParameter(2, owner)
                .getSingleResult();
    }

    private void lock(String name) {
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, name)
                .getSingleResult();
    }
}
