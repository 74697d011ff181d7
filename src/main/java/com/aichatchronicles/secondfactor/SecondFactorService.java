package com.aichatchronicles.secondfactor;

import com.aichatchronicles.accounts.AccountReclaimed;
import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Authenticators and recovery codes. Whoever calls has counted the try and, where one is asked for, checked the
 * password.
 */
@Stateless
public class SecondFactorService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountService accounts;

    @Inject
    SecretSeal seal;

    @Inject
    Event<AuditFact> facts;

    @Inject
    Clock clock;

    /**
     * @param account an account
     * @return whether its sign-in asks for a second factor
     */
    public boolean isConfirmed(UUID account) {
        return lookup(account, LockModeType.NONE)
                .filter(SecondFactor::isConfirmed)
                .isPresent();
    }

    /**
     * @param account the caller's
     * @return whether there is a second factor, since when, and how many recovery codes are left
     */
    public SecondFactorView describe(UUID account) {
        Instant since = lookup(account, LockModeType.NONE)
                .map(SecondFactor::confirmedAt)
                .orElse(null);
        Long left = entities.createNamedQuery(RecoveryCode.LEFT, Long.class)
                .setParameter("user", account)
                .getSingleResult();
        return new SecondFactorView(since != null, since, left.intValue());
    }

    /**
     * Begins to set up an authenticator; it counts once it is confirmed. Begun again, it has another secret.
     *
     * @param account the caller's
     * @param email its address, shown by the authenticator
     * @return what the authenticator needs, shown this once
     * @throws ApiException SECOND_FACTOR_ALREADY_EXISTS if there is a confirmed one
     */
    public Enrolment enrol(UUID account, String email) {
        accounts.lockProof(account); // one at a time for an account
        Optional<SecondFactor> former = lookup(account, LockModeType.PESSIMISTIC_WRITE);
        if (former.filter(SecondFactor::isConfirmed).isPresent()) {
            throw new ApiException(ErrorCode.SECOND_FACTOR_ALREADY_EXISTS);
        }
        String secret = Totp.newSecret();
        String sealed = seal.close(account, secret);
        Instant now = clock.instant();
        former.ifPresentOrElse(
                factor -> factor.replace(sealed, now), () -> entities.persist(new SecondFactor(account, sealed, now)));
        return new Enrolment(secret, Totp.uri(secret, email).toString());
    }

    /**
     * Puts an authenticator into force that its owner has shown to have.
     *
     * @param account the caller's
     * @param code of the authenticator
     * @return recovery codes, shown this once
     * @throws ApiException SECOND_FACTOR_NOT_FOUND, SECOND_FACTOR_ALREADY_EXISTS or SECOND_FACTOR_INVALID
     */
    public RecoveryCodes confirm(UUID account, String code) {
        SecondFactor factor = require(account);
        if (factor.isConfirmed()) {
            throw new ApiException(ErrorCode.SECOND_FACTOR_ALREADY_EXISTS);
        }
        if (!isCodeOf(factor, code)) {
            throw new ApiException(ErrorCode.SECOND_FACTOR_INVALID);
        }
        factor.confirm(clock.instant());
        facts.fire(AuditFact.done("user.second_factor_enabled").on("user", account));
        return renew(account);
    }

    /**
     * Uses up a code.
     *
     * @param account whose second factor it is
     * @param code of the authenticator, or a recovery code
     * @throws ApiException SECOND_FACTOR_NOT_FOUND if there is none that is confirmed; SECOND_FACTOR_INVALID for a code
     *     that is wrong or was used before
     */
    public void use(UUID account, String code) {
        SecondFactor factor = require(account);
        if (!factor.isConfirmed()) {
            throw new ApiException(ErrorCode.SECOND_FACTOR_NOT_FOUND);
        }
        boolean taken = code.matches("\\d{6}") ? isCodeOf(factor, code) : isRecoveryCode(account, code);
        if (!taken) {
            throw new ApiException(ErrorCode.SECOND_FACTOR_INVALID);
        }
    }

    /**
     * @param account the caller's
     * @param code of the authenticator, or a recovery code
     * @throws ApiException as {@link #use}
     */
    public void disable(UUID account, String code) {
        use(account, code);
        entities.remove(require(account)); // its recovery codes go with it
        facts.fire(AuditFact.done("user.second_factor_disabled").on("user", account));
    }

    /** Forgets the second factor of whoever made an account in the name of somebody else. */
    public void forget(@Observes AccountReclaimed account) {
        lookup(account.id(), LockModeType.PESSIMISTIC_WRITE).ifPresent(factor -> {
            entities.remove(factor); // its recovery codes go with it
            facts.fire(AuditFact.done("user.second_factor_disabled").on("user", account.id()));
        });
    }

    /**
     * Makes new recovery codes; the former ones are void.
     *
     * @param account the caller's
     * @param code of the authenticator, or a recovery code
     * @return the codes, shown this once
     * @throws ApiException as {@link #use}
     */
    public RecoveryCodes regenerate(UUID account, String code) {
        use(account, code);
        return renew(account);
    }

    private RecoveryCodes renew(UUID account) {
        entities.flush(); // the codes refer to the factor
        entities.createNamedQuery(RecoveryCode.CLEAR)
                .setParameter("user", account)
                .executeUpdate();
        List<String> codes = RecoveryCode.make();
        codes.forEach(code -> entities.persist(new RecoveryCode(account, code)));
        return new RecoveryCodes(codes);
    }

    private boolean isCodeOf(SecondFactor factor, String code) {
        String secret = seal.open(factor.userId(), factor.sealed());
        OptionalLong step = Totp.step(secret, code, clock.instant());
        return step.isPresent() && factor.take(step.getAsLong());
    }

    private boolean isRecoveryCode(UUID account, String code) {
        return entities.createNamedQuery(RecoveryCode.USE)
                        .setParameter("now", clock.instant())
                        .setParameter("user", account)
                        .setParameter("hash", RecoveryCode.hash(code))
                        .executeUpdate()
                == 1;
    }

    private SecondFactor require(UUID account) {
        return lookup(account, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new ApiException(ErrorCode.SECOND_FACTOR_NOT_FOUND));
    }

    private Optional<SecondFactor> lookup(UUID account, LockModeType lock) {
        return Optional.ofNullable(entities.find(SecondFactor.class, account, lock));
    }
}
