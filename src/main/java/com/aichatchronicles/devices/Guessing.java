package com.aichatchronicles.devices;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Slows down whoever guesses, wherever they come from: after five tries in vain each further one has to wait, from 1 s
 * up to 15 minutes. A device from which the owner has signed in before has a count of its own, so that strangers can't
 * keep the owner waiting (OWASP's device cookies). Addresses that nobody has are counted like all others.
 */
@ApplicationScoped
public class Guessing {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    GuessService guesses;

    @Inject
    DeviceService devices;

    /**
     * A try that may be made.
     *
     * @param key what it is counted by
     */
    public record Try(String key) {}

    /**
     * Counts a try at an account's password.
     *
     * @param address as it is compared, in lower case
     * @param account whose address it is, empty for nobody's
     * @param device where the caller is
     * @return the try
     * @throws ApiException AUTH_RATE_LIMIT_EXCEEDED with the seconds to wait
     */
    public Try atPassword(String address, Optional<UUID> account, Device device) {
        return charge("password " + address, account.orElse(NOBODY), device);
    }

    /**
     * Counts a try at an account's second factor.
     *
     * @throws ApiException AUTH_RATE_LIMIT_EXCEEDED with the seconds to wait
     */
    public Try atCode(UUID account, Device device) {
        return charge("code " + account, account, device);
    }

    /**
     * Counts a try to confirm something in a session, whose thief does not know the password or the code.
     *
     * @throws ApiException AUTH_RATE_LIMIT_EXCEEDED with the seconds to wait
     */
    public Try inSession(UUID session) {
        return charge(OpaqueToken.hash("session " + session));
    }

    /** Notes that a try was right. */
    public void succeeded(Try done) {
        guesses.forget(done.key());
    }

    private Try charge(String target, UUID account, Device device) {
        String place =
                devices.lookup(account, device).map(mark -> " on " + mark).orElse("");
        return charge(OpaqueToken.hash(target + place));
    }

    private Try charge(String key) {
        int seconds = guesses.charge(key);
        if (seconds > 0) {
            throw ApiException.tooMany(ErrorCode.AUTH_RATE_LIMIT_EXCEEDED, seconds);
        }
        return new Try(key);
    }
}
