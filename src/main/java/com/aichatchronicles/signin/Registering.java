package com.aichatchronicles.signin;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.accounts.AccountsConfig;
import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.passwords.Passwords;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Makes accounts. Of many calls for one address at once only the first hashes a password; the others wait for it and
 * learn that the address is taken, instead of filling the queue of those who have a right to it.
 */
@ApplicationScoped
public class Registering {
    private static final int STRIPES = 256;

    @Inject
    AccountService accounts;

    @Inject
    EntryService entry;

    @Inject
    Passwords passwords;

    @Inject
    AccountsConfig config;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    /**
     * @param registration validated
     * @param device where the person is
     * @return the new account, signed in
     * @throws ApiException REGISTRATION_CLOSED where passwords make no accounts; USER_ALREADY_EXISTS;
     *     SERVICE_UNAVAILABLE if too many passwords are being hashed
     */
    EntryService.Entered register(Registration registration, Device device) {
        if (!config.passwordRegistration()) {
            throw new ApiException(ErrorCode.REGISTRATION_CLOSED);
        }
        ReentrantLock stripe =
                stripes[Math.floorMod(Registration.normal(registration.email()).hashCode(), STRIPES)];
        stripe.lock();
        try {
            if (accounts.lookupProof(registration.email()).isPresent()) {
                throw new ApiException(ErrorCode.USER_ALREADY_EXISTS);
            }
            return entry.register(registration, passwords.hash(registration.password()), device);
        } finally {
            stripe.unlock();
        }
    }
}
