package com.aichatchronicles.recovery;

import java.time.Duration;

/** What a one-time code is good for, and for how long. */
public enum Purpose {
    /** Proves the address of an account. */
    VERIFY_EMAIL(Duration.ofHours(24)),
    /** Proves the address that an account is to have. */
    CHANGE_EMAIL(Duration.ofHours(24)),
    /** Lets somebody who reads the mails of an account choose a new password. */
    RESET_PASSWORD(Duration.ofHours(1));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }
}
