package com.aichatchronicles.credentials;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.devices.Guessing;
import com.aichatchronicles.passwords.Passwords;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks a caller who is signed in for the password, because a token may be in wrong hands. */
@ApplicationScoped
public class PasswordGate {
    @Inject
    AccountService accounts;

    @Inject
    Passwords passwords;

    @Inject
    Guessing guessing;

    /**
     * @param caller who is signed in
     * @param password as entered
     * @return the hash that it was checked against; what the password permits must find it unchanged
     * @throws ApiException INVALID_PASSWORD, also for an account without one; AUTH_RATE_LIMIT_EXCEEDED after too many
     *     that were wrong
     */
    public String require(Caller caller, String password) {
        Guessing.Try attempt = guessing.inSession(caller.sessionId());
        String hash = accounts.lookupProof(caller.email())
                .filter(proof -> proof.id().equals(caller.id()))
                .map(AccountService.Proof::passwordHash)
                .orElse(null);
        if (!passwords.matches(password, hash)) {
            throw new ApiException(ErrorCode.INVALID_PASSWORD);
        }
        guessing.succeeded(attempt);
        return hash;
    }
}
