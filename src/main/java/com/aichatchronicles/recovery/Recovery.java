package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.AccountsConfig;
import com.aichatchronicles.credentials.NewPasswords;
import com.aichatchronicles.credentials.PasswordGate;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** What needs a password hashed or checked: outside any transaction, because it takes tens of milliseconds. */
@ApplicationScoped
public class Recovery {
    @Inject
    RecoveryService recovery;

    @Inject
    CodeService codes;

    @Inject
    AccountsConfig settings;

    @Inject
    NewPasswords passwords;

    @Inject
    PasswordGate gate;

    /**
     * Asks for a link that resets a password.
     *
     * @param email in any case
     * @throws ApiException PASSWORD_SIGN_IN_CLOSED, whoever has the address, if anybody
     */
    public void requestReset(String email) {
        settings.requirePasswordSignIn();
        recovery.requestReset(email);
    }

    /**
     * Sets a new password and ends every session.
     *
     * @param reset validated
     * @throws ApiException ONE_TIME_TOKEN_INVALID; VALIDATION_ERROR for a password that this owner may not have, which
     *     leaves the token good; PASSWORD_SIGN_IN_CLOSED
     */
    public void resetPassword(PasswordReset reset) {
        settings.requirePasswordSignIn();
        UUID account = codes.lookup(reset.token(), Set.of(Purpose.RESET_PASSWORD))
                .orElseThrow(() -> new ApiException(ErrorCode.ONE_TIME_TOKEN_INVALID));
        String hash = passwords.hash(account, "newPassword", reset.newPassword());
        recovery.setPassword(reset.token(), hash);
    }

    /**
     * Asks for another address, which the account gets once the link that is sent there has been opened.
     *
     * @param caller who is signed in
     * @param change validated
     * @throws ApiException INVALID_PASSWORD; AUTH_RATE_LIMIT_EXCEEDED after too many that were wrong;
     *     USER_ALREADY_EXISTS if the address is taken
     */
    public void requestEmailChange(Caller caller, EmailChange change) {
        gate.require(caller, change.password());
        recovery.requestEmailChange(caller.id(), change.newEmail());
    }
}
