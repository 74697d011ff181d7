package com.aichatchronicles.signon;

import com.aichatchronicles.credentials.PasswordConfirmation;
import com.aichatchronicles.credentials.PasswordGate;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.sessions.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** Adds ways to sign in to an account that has a password. */
@ApplicationScoped
public class Linking {
    @Inject
    PasswordGate gate;

    @Inject
    SignOn signOn;

    /**
     * @param caller who is signed in and gives the password
     * @param name of the provider
     * @param confirmation with the password
     * @param browser the secret of the caller's cookie
     * @return the address at the provider that the browser must go to
     * @throws ApiException INVALID_PASSWORD or AUTH_RATE_LIMIT_EXCEEDED; PROVIDER_NOT_FOUND or PROVIDER_UNAVAILABLE
     */
    public URI begin(Caller caller, String name, PasswordConfirmation confirmation, String browser) {
        gate.require(caller, confirmation.password());
        return signOn.begin(name, new Wish(null, null, caller.id()), browser);
    }
}
