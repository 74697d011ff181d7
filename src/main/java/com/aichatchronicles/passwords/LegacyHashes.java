package com.aichatchronicles.passwords;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Knows whether any account still has a hash of the kind that was taken over, as of the last minute. */
@ApplicationScoped
public class LegacyHashes {
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    LegacyHashService hashes;

    @Inject
    Clock clock;

    private volatile boolean present = true;
    private volatile Instant asked = Instant.MIN;

    boolean exist() {
        Instant now = clock.instant();
        if (asked.isBefore(now.minus(FRESH))) {
            asked = now; // first, so that of many callers one asks
            present = hashes.hasTakenOverPasswords();
        }
        return present;
    }
}
