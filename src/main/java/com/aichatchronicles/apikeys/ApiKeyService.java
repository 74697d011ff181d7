package com.aichatchronicles.apikeys;

import com.aichatchronicles.accounts.AccountReclaimed;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes, lists and revokes keys. */
@Stateless
public class ApiKeyService {
    /** How many keys one can have at a time. */
    public static final int MOST = 20;

    /** What every key begins with. */
    static final String MARK = "acc_";

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int SHOWN = 12;

    private static final String NOTE_USE = """
            UPDATE chronicles.api_keys SET last_used_at = now()
             WHERE id = ?1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ApiKeyQueries keys;

    @Inject
    Event<AuditFact> facts;

    @Inject
    Clock clock;

    /**
     * @param owner the account
     * @param wanted validated
     * @return the key, told this once
     * @throws ApiException API_KEY_LIMIT_REACHED; VALIDATION_ERROR for an end that is over or too far away
     */
    public MadeApiKey create(UUID owner, NewApiKey wanted) {
        Instant now = clock.instant();
        Instant end = end(wanted, now);
        keys.lockOwner(owner);
        if (keys.count(owner) >= MOST) {
            throw new ApiException(ErrorCode.API_KEY_LIMIT_REACHED);
        }
        String secret = MARK + OpaqueToken.next();
        List<String> scopes = wanted.scopes().stream().distinct().sorted().toList();
        MadeApiKey made = new MadeApiKey(
                NewId.next(), wanted.name().strip(), secret.substring(0, SHOWN), scopes, now, end, secret);
        keep(owner, made);
        facts.fire(AuditFact.done("api_key.created")
                .on("api_key", made.id())
                .with("owner", owner)
                .with("scopes", String.join(" ", scopes))
                .with("expires_at", end));
        return made;
    }

    /** @return the keys of an account that have not expired, the newest first */
    public List<ApiKeyView> list(UUID owner) {
        return keys.list(owner);
    }

    /**
     * Ends a key at once.
     *
     * @param owner whose it is
     * @param id the key
     * @throws ApiException API_KEY_NOT_FOUND, also for somebody else's
     */
    public void revoke(UUID owner, UUID id) {
        int rows = new Sql()
                .add("DELETE FROM chronicles.api_keys WHERE id = ? AND owner_id = ?", id, owner)
                .by(entities::createNativeQuery)
                .executeUpdate();
        if (rows == 0) {
            throw new ApiException(ErrorCode.API_KEY_NOT_FOUND);
        }
        facts.fire(AuditFact.done("api_key.revoked").on("api_key", id).with("owner", owner));
    }

    /** Ends the keys of whoever made an account in the name of somebody else. */
    public void revokeAll(@Observes AccountReclaimed account) {
        List<?> ended = new Sql()
                .add("DELETE FROM chronicles.api_keys WHERE owner_id = ? RETURNING id", account.id())
                .by(entities::createNativeQuery)
                .getResultList();
        ended.forEach(id -> facts.fire(
                AuditFact.done("api_key.revoked").on("api_key", (UUID) id).with("owner", account.id())));
    }

    /** Notes that a key is in use. */
    public void used(UUID id) {
        entities.createNativeQuery(NOTE_USE).setParameter(1, id).executeUpdate();
    }

    /** Forgets keys that expired a month ago. */
    @Schedule(hour = "3", minute = "52", persistent = false)
    public void forgetExpired() {
        entities.createNativeQuery("DELETE FROM chronicles.api_keys WHERE expires_at < now() - interval '30 days'")
                .executeUpdate();
    }

    private static Instant end(NewApiKey wanted, Instant now) {
        if (wanted.expiresAt() == null) {
            return now.plus(USUAL);
        }
        Instant end = Moment.parseFuture("expires_at", wanted.expiresAt(), now);
        if (end.isAfter(now.plus(LONGEST))) {
            throw new ApiException(
                    ErrorCode.VALIDATION_ERROR,
                    List.of(FieldError.of("expires_at", "must be within a year", "date.max")));
        }
        return end;
    }

    private void keep(UUID owner, MadeApiKey made) {
        new Sql()
                .add("INSERT INTO chronicles.api_keys")
                .add("(id, owner_id, name, prefix, hash, scopes, created_at, expires_at)")
                .add("VALUES (?, ?, ?, ?,", made.id(), owner, made.name(), made.prefix())
                .add("?, string_to_array(?, ' '),", OpaqueToken.hash(made.key()), String.join(" ", made.scopes()))
                .add("CAST(? AS timestamptz),", made.createdAt().toString())
                .add("CAST(? AS timestamptz))", made.expiresAt().toString())
                .by(entities::createNativeQuery)
                .executeUpdate();
    }
}
