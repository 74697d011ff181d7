package com.aichatchronicles.recovery;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.Tidying;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One-time codes. What concerns one account happens one after the other, on all servers. */
@Stateless
public class CodeService {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String FORGET_EXPIRED = """
            DELETE FROM chronicles.one_time_codes WHERE hash IN (
                SELECT hash FROM chronicles.one_time_codes WHERE expires_at < now()
                 ORDER BY expires_at LIMIT ?1 FOR UPDATE SKIP LOCKED)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Makes a code and voids those that other mails carried for the same purpose. Codes of the same mail stay: an
     * earlier attempt to send it may have arrived after all.
     *
     * @param proof what the code's use will prove
     * @param mailId the mail that will carry it
     * @return the code, known to nobody else from here on
     */
    public String make(Redeemed proof, UUID mailId) {
        lock(proof.accountId());
        entities.createNamedQuery(OneTimeCode.VOID_OLDER)
                .setParameter("user", proof.accountId())
                .setParameter("purpose", proof.purpose())
                .setParameter("mail", mailId)
                .executeUpdate();
        String code = OpaqueToken.next();
        entities.persist(new OneTimeCode(OpaqueToken.hash(code), proof, mailId, clock.instant()));
        return code;
    }

    /**
     * Looks at a code without using it.
     *
     * @return the account that it was made for, empty if it is good for none of the purposes
     */
    public Optional<UUID> lookup(String code, Set<Purpose> purposes) {
        return entities.createNamedQuery(OneTimeCode.OWNER, UUID.class)
                .setParameter("hash", OpaqueToken.hash(code))
                .setParameter("purposes", purposes)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /**
     * Uses a code, with all others that were made for the same purpose.
     *
     * @param code as presented
     * @param purposes what it may be good for
     * @return what it proves
     * @throws ApiException ONE_TIME_TOKEN_INVALID if it is unknown, used, too old, voided or meant for something else
     */
    public Redeemed redeem(String code, Set<Purpose> purposes) {
        UUID account = lookup(code, purposes).orElseThrow(CodeService::invalid);
        lock(account); // from here on nobody else uses a code of this account
        Redeemed proof = find(code, purposes).orElseThrow(CodeService::invalid).redeem();
        entities.createNamedQuery(OneTimeCode.VOID)
                .setParameter("user", account)
                .setParameter("purpose", proof.purpose())
                .executeUpdate();
        return proof;
    }

    /** Voids every code of an account. */
    public void voidAll(UUID accountId) {
        lock(accountId);
        entities.createNamedQuery(OneTimeCode.VOID_ALL)
                .setParameter("user", accountId)
                .executeUpdate();
    }

    /** Forgets codes that are too old. */
    public void forgetExpired(@Observes Tidying tidying) {
        tidying.deleted(entities.createNativeQuery(FORGET_EXPIRED)
                .setParameter(1, Tidying.BATCH)
                .executeUpdate());
    }

    private Optional<OneTimeCode> find(String code, Set<Purpose> purposes) {
        return Optional.ofNullable(entities.find(OneTimeCode.class, OpaqueToken.hash(code)))
                .filter(found -> found.isGoodFor(purposes, clock.instant()));
    }

    private void lock(UUID account) {
        entities.createNativeQuery(LOCK).setParameter(1, "codes:" + account).getSingleResult();
    }

    private static ApiException invalid() {
        return new ApiException(ErrorCode.ONE_TIME_TOKEN_INVALID);
    }
}
