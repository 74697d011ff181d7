package com.aichatchronicles.secondfactor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An authenticator of an account (RFC 6238). It counts once its owner has confirmed it by a code; each code is good
 * once, and none that is older than the newest one taken (section 5.2).
 */
@Entity
@Table(schema = "chronicles", name = "second_factors")
public class SecondFactor {
    @Id
    @Column(name = "user_id")
    private UUID userId;

    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    protected SecondFactor() {} // required by JPA

    /** @param sealed the secret as it is stored */
    SecondFactor(UUID userId, String sealed, Instant now) {
        this.userId = userId;
        this.secret = sealed;
        this.createdAt = now;
    }

    UUID userId() {
        return userId;
    }

    String sealed() {
        return secret;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    /** Starts over with another secret, as long as the first is not confirmed. */
    void replace(String sealed, Instant now) {
        secret = sealed;
        createdAt = now;
    }

    /** @return false if the code of that time step, or of a later one, was taken before */
    boolean take(long step) {
        if (step <= lastStep) {
            return false;
        }
        lastStep = step;
        return true;
    }
}
