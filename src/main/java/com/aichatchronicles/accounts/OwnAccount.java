package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.errors.ApiException;
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

    @Inject
    SecondFactorService factors;

    @Inject
    Guessing guessing;

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

    /**
     * @return what the authenticator needs
     * @throws ApiException INVALID_PASSWORD, SECOND_FACTOR_ALREADY_EXISTS or AUTH_RATE_LIMIT_EXCEEDED
     */
    public Enrolment enrol(Caller caller, PasswordConfirmation confirmation) {
        gate.require(caller, confirmation.password());
        return factors.enrol(caller.id(), caller.email());
    }

    /**
     * @return recovery codes
     * @throws ApiException SECOND_FACTOR_INVALID, SECOND_FACTOR_NOT_FOUND, SECOND_FACTOR_ALREADY_EXISTS or
     *     AUTH_RATE_LIMIT_EXCEEDED
     */
    public RecoveryCodes confirm(Caller caller, AuthenticatorCode entered, Device device) {
        Guessing.Try attempt = guessing.atCode(caller.id(), device);
        RecoveryCodes codes = factors.confirm(caller.id(), entered.code());
        guessing.succeeded(attempt);
        return codes;
    }

    /** @throws ApiException INVALID_PASSWORD, SECOND_FACTOR_INVALID, SECOND_FACTOR_NOT_FOUND or AUTH_RATE_LIMIT_EXCEEDED */
    public void disable(Caller caller, FactorConfirmation both, Device device) {
        gate.require(caller, both.password());
        Guessing.Try attempt = guessing.atCode(caller.id(), device);
        factors.disable(caller.id(), both.code());
        guessing.succeeded(attempt);
    }

    /**
     * @return recovery codes in place of the former ones
     * @throws ApiException INVALID_PASSWORD, SECOND_FACTOR_INVALID, SECOND_FACTOR_NOT_FOUND or AUTH_RATE_LIMIT_EXCEEDED
     */
    public RecoveryCodes regenerate(Caller caller, FactorConfirmation both, Device device) {
        gate.require(caller, both.password());
        Guessing.Try attempt = guessing.atCode(caller.id(), device);
        RecoveryCodes codes = factors.regenerate(caller.id(), both.code());
        guessing.succeeded(attempt);
        return codes;
    }
}
