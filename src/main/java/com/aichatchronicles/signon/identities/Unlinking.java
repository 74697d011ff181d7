package com.aichatchronicles.signon.identities;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.credentials.PasswordGate;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.sessions.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes ways to sign in from an account. Has no transaction while it checks the password. */
@ApplicationScoped
public class Unlinking {
    @Inject
    CredentialService credentials;

    @Inject
    PasswordGate gate;

    @Inject
    Passwordless passwordless;

    @Inject
    OwnIdentityService identities;

    @Inject
    Event<AuditFact> facts;

    /**
     * @param caller who is signed in, and gives the password; without one, a sign-in of a moment ago counts as much
     * @param id the identity
     * @param consent with the password
     * @throws ApiException INVALID_PASSWORD, AUTH_RATE_LIMIT_EXCEEDED or RECENT_SIGN_IN_REQUIRED; IDENTITY_NOT_FOUND,
     *     also for somebody else's; IDENTITY_REQUIRED if its provider rules the account; LAST_SIGN_IN_METHOD
     */
    public void unlink(Caller caller, UUID id, Unlink consent) {
        try {
            prove(caller, consent);
            identities.unlink(caller, id);
        } catch (ApiException e) {
            facts.fire(AuditFact.refused("identity.unlinked", e.code().name()).on("user", caller.id()));
            throw e;
        }
    }

    private void prove(Caller caller, Unlink consent) {
        if (credentials.hasPassword(caller.id())) {
            gate.require(caller, consent.password() == null ? "" : consent.password());
        } else {
            passwordless.requireRecentSignIn(caller);
        }
    }
}
