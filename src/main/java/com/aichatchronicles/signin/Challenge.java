package com.aichatchronicles.signin;

import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in whose password was right and that waits for the second factor. Good for one sign-in within its lifetime.
 */
@Entity
@Table(schema = "chronicles", name = "sign_in_challenges")
public class Challenge {
    @Id
    private String hash;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "password_mark")
    private String passwordMark;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Challenge() {} // required by JPA

    Challenge(String token, UUID userId, String provedHash, Instant now, Duration lifetime) {
        this.hash = OpaqueToken.hash(token);
        this.userId = userId;
        this.passwordMark = OpaqueToken.hash(provedHash);
        this.expiresAt = now.plus(lifetime);
    }

    UUID userId() {
        return userId;
    }

    boolean standsAt(Instant time) {
        return expiresAt.isAfter(time);
    }

    /** @return whether the password that was right then still is */
    boolean wasProvedBy(String passwordHash) {
        return passwordHash != null && OpaqueToken.hash(passwordHash).equals(passwordMark);
    }
}
