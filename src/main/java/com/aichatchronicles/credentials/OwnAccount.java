package com.aichatchronicles.credentials;

import com.aichatchronicles.accounts.OwnAccountService;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.passwords.PasswordRules;
import com.aichatchronicles.passwords.Passwords;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.sessions.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the owner of an account does to it with the password in hand. Has no transaction while it hashes. */
@ApplicationScoped
public class OwnAccount {
    @Inject
    PasswordGate gate;

    @Inject
    Passwords passwords;

    @Inject
    OwnAccountService accounts;

    /**
     * Changes the password; all other sessions end.
     *
     * @throws ApiException INVALID_PASSWORD, VALIDATION_ERROR or AUTH_RATE_LIMIT_EXCEEDED
     */
    public void changePassword(Caller caller, PasswordChange change, Device device) {
        String proved = gate.require(caller, change.currentPassword());
        PasswordRules.require(
                "newPassword",
                change.newPassword(),
                new PasswordRules.Owner(caller.email(), caller.fullName(), caller.username()));
        accounts.changePassword(caller, proved, passwords.hash(change.newPassword()), device);
    }

    /**
     * Deletes the account with everything that hangs on it.
     *
     * @throws ApiException INVALID_PASSWORD or AUTH_RATE_LIMIT_EXCEEDED
     */
    public void delete(Caller caller, PasswordConfirmation confirmation) {
        accounts.delete(caller.id(), gate.require(caller, confirmation.password()));
    }
}
