package com.aichatchronicles.signin;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.secondfactor.SecondFactorService;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins between their first and their second step. */
@Stateless
public class ChallengeService {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountService accounts;

    @Inject
    SecondFactorService factors;

    @Inject
    EntryService entry;

    @Inject
    Clock clock;

    /**
     * @param account whose password was right
     * @param provedHash the hash that it was checked against
     * @return what the second step needs
     */
    public String open(UUID account, String provedHash) {
        String token = OpaqueToken.next();
        entities.persist(new Challenge(token, account, provedHash, clock.instant(), LIFETIME));
        return token;
    }

    /**
     * @param token as presented
     * @return the account that wants in
     * @throws ApiException CHALLENGE_INVALID if it is unknown, used or too old
     */
    public UUID find(String token) {
        return require(token, LockModeType.NONE).userId();
    }

    /**
     * Finishes a sign-in. A code that is wrong leaves the challenge as it is.
     *
     * @param token as presented
     * @param code of the second factor
     * @param device where the person is
     * @return who is in
     * @throws ApiException CHALLENGE_INVALID or SECOND_FACTOR_INVALID
     */
    public EntryService.Entered redeem(String token, String code, Device device) {
        Challenge challenge = require(token, LockModeType.PESSIMISTIC_WRITE);
        String hash = accounts.lockProof(challenge.userId())
                .filter(AccountService.Proof::mayEnter)
                .map(AccountService.Proof::passwordHash)
                .filter(challenge::wasProvedBy)
                .orElseThrow(() -> new ApiException(ErrorCode.CHALLENGE_INVALID));
        factors.use(challenge.userId(), code);
        entities.remove(challenge);
        return entry.enter(challenge.userId(), hash, device);
    }

    /** Forgets challenges that nobody has met. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void forgetExpired() {
        entities.createNamedQuery(Challenge.EXPIRED)
                .setParameter("time", clock.instant())
                .executeUpdate();
    }

    private Challenge require(String token, LockModeType lock) {
        return Optional.ofNullable(entities.find(Challenge.class, OpaqueToken.hash(token), lock))
                .filter(challenge -> challenge.standsAt(clock.instant()))
                .orElseThrow(() -> new ApiException(ErrorCode.CHALLENGE_INVALID));
    }
}
