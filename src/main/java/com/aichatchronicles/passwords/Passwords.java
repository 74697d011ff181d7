package com.aichatchronicles.passwords;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * Hashes and checks passwords, at most so many at once that the rest of the server keeps its processors. Each call
 * waits for its turn and must not hold a database connection meanwhile.
 */
@ApplicationScoped
public class Passwords {
    private final PasswordHashes hashes = new PasswordHashes();

    @Inject
    HashingQueue queue;

    @Inject
    LegacyHashes legacy;

    /**
     * @param password as entered
     * @return the encoded hash with its salt and parameters
     * @throws ApiException SERVICE_UNAVAILABLE if too many wait
     */
    public String hash(String password) {
        return inTurn(() -> hashes.hash(password));
    }

    /**
     * Checks a password for somebody who may not learn more than yes or no: every refusal takes the same time, whether
     * there is no such account, no password, an older kind of hash, or something else against the account.
     *
     * @param password as entered
     * @param hash the encoded hash, null where there is none
     * @param admissible false if the answer is no whatever the password
     * @return whether the password is the right one and admissible
     * @throws ApiException SERVICE_UNAVAILABLE if too many wait
     */
    public boolean matches(String password, String hash, boolean admissible) {
        boolean olderOnes = legacy.exist();
        return inTurn(() -> {
            boolean right = hashes.matches(password, hash) && admissible;
            if (!right && olderOnes) {
                hashes.spendTheOther(password, hash);
            }
            return right;
        });
    }

    /**
     * @param password as entered
     * @param hash the encoded hash, null for an account without a password
     * @return whether the password is the right one
     * @throws ApiException SERVICE_UNAVAILABLE if too many wait
     */
    public boolean matches(String password, String hash) {
        return matches(password, hash, true);
    }

    /**
     * @param hash an encoded hash
     * @return whether it is of the kind that new ones are
     */
    public boolean isCurrent(String hash) {
        return hashes.isCurrent(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            return queue.run(work);
        } catch (BulkheadException e) {
            throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
    }
}
