package com.aichatchronicles.secondfactor;

import com.aichatchronicles.credentials.PasswordConfirmation;
import com.aichatchronicles.credentials.PasswordGate;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.devices.Guessing;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.sessions.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the owner of an account does to its second factor. Has no transaction while a password is checked. */
@ApplicationScoped
public class OwnFactor {
    @Inject
    PasswordGate gate;

    @Inject
    SecondFactorService factors;

    @Inject
    Guessing guessing;

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

    /**
     * @throws ApiException INVALID_PASSWORD, SECOND_FACTOR_INVALID, SECOND_FACTOR_NOT_FOUND or AUTH_RATE_LIMIT_EXCEEDED
     */
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
