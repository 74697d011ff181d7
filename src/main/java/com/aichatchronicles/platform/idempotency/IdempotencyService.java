package com.aichatchronicles.platform.idempotency;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The answers that are kept for their keys. No EJB, because it runs what a resource does, and an EJB would wrap the
 * resource's exceptions.
 */
@ApplicationScoped
public class IdempotencyService {
    /** The most rows that one call of {@link #forgetExpired} deletes. */
    static final int BATCH = 1000;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?1, 0))";
    private static final String FIND = """
            SELECT fingerprint, status, location, entity_tag, body FROM chronicles.idempotency_keys
             WHERE user_id = ?1 AND key = ?2 AND created_at > now() - interval '24 hours'""";
    private static final String KEEP = """
            INSERT INTO chronicles.idempotency_keys AS kept
                   (user_id, key, fingerprint, status, location, entity_tag, body)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (user_id, key) DO UPDATE
               SET fingerprint = EXCLUDED.fingerprint, status = EXCLUDED.status, location = EXCLUDED.location,
                   entity_tag = EXCLUDED.entity_tag, body = EXCLUDED.body, created_at = EXCLUDED.created_at
             WHERE kept.created_at <= now() - interval '24 hours'""";

    @PersistenceContext
    EntityManager entities;

    /**
     * Does some work, unless it was done for the same key before. The work, its effect and its answer share one
     * transaction: whatever it throws takes everything back.
     *
     * @param request with its key
     * @param work makes the answer; one with a status of 400 or more is not kept
     * @return its answer, or that of the first time
     * @throws ApiException IDEMPOTENCY_KEY_IN_USE while the first request runs, here or on another server;
     *     IDEMPOTENCY_KEY_REUSED if the first one was another request
     * @throws Exception what the work throws
     */
    @Transactional(rollbackOn = Exception.class)
    public KeptAnswer once(KeyedRequest request, Callable<KeptAnswer> work) throws Exception {
        requireLock(request);
        Optional<KeptAnswer> kept = lookup(request);
        if (kept.isPresent()) {
            return kept.get();
        }
        KeptAnswer answer = work.call();
        if (!answer.isFailure()) {
            keep(request, answer);
        }
        return answer;
    }

    /**
     * Forgets keys of more than 24 hours ago, the oldest first.
     *
     * @return how many went, {@link #BATCH} at most
     */
    @Transactional
    public int forgetExpired() {
        Number gone = (Number) entities.createNativeQuery("SELECT chronicles.forget_idempotency_keys(?1)")
                .setParameter(1, BATCH)
                .getSingleResult();
        return gone.intValue();
    }

    /** The lock goes with the transaction, also if the server dies; nobody waits for it and holds a connection. */
    private void requireLock(KeyedRequest request) {
        Object free = entities.createNativeQuery(LOCK)
                .setParameter(1, request.caller() + " " + request.key())
                .getSingleResult();
        if (!Boolean.TRUE.equals(free)) {
            throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_IN_USE);
        }
    }

    private Optional<KeptAnswer> lookup(KeyedRequest request) {
        List<?> rows = entities.createNativeQuery(FIND)
                .setParameter(1, request.caller())
                .setParameter(2, request.key())
                .getResultList();
        return rows.stream().findFirst().map(row -> answer(request, (Object[]) row));
    }

    private static KeptAnswer answer(KeyedRequest request, Object[] row) {
        if (!MessageDigest.isEqual((byte[]) row[0], request.fingerprint())) {
            throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        return new KeptAnswer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (byte[]) row[4], true);
    }

    private void keep(KeyedRequest request, KeptAnswer answer) {
        List<?> values = Arrays.asList(
                request.caller(),
                request.key(),
                request.fingerprint(),
                answer.status(),
                answer.location(),
                answer.entityTag(),
                answer.body());
        Query insert = entities.createNativeQuery(KEEP);
        for (int i = 0; i < values.size(); i++) {
            insert.setParameter(i + 1, values.get(i));
        }
        if (insert.executeUpdate() == 0) { // the primary key knows better than the lock
            throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_IN_USE);
        }
    }
}
