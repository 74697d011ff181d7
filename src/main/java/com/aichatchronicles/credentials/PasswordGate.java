package com.aichatchronicles.credentials;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.devices.Guessing;
import com.aichatchronicles.passwords.Passwords;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Asks a caller who is signed in for the password, because a token may be in wrong hands. */
@ApplicationScoped
public class PasswordGate {
    private static final int FAULT_OF_OURS = 500;

    @Inject
    AccountService accounts;

    @Inject
    Passwords passwords;

    @Inject
    Guessing guessing;

    @Inject
    Event<AuditFact> facts;

    /**
     * @param caller who is signed in
     * @param password as entered
     * @return the hash that it was checked against; what the password permits must find it unchanged
     * @throws ApiException INVALID_PASSWORD, also for an account without one; AUTH_RATE_LIMIT_EXCEEDED after too many
     *     that were wrong
     */
    public String require(Caller caller, String password) {
        try {
            return check(caller, password);
        } catch (ApiException e) {
            if (e.code().status() < FAULT_OF_OURS) {
                facts.fire(AuditFact.refused("password_check", e.code().name()).on("user", caller.id()));
            }
            throw e;
        }
    }

    private String check(Caller caller, String password) {
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
