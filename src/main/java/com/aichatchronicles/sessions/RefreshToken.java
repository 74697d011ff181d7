package com.aichatchronicles.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A refresh token, known by its hash alone. It is good for one refresh; because the tabs of a browser share one token,
 * more refreshes count as the same one for ten seconds. After that it is proof of theft (RFC 9700, section 4.14.2).
 */
@Entity
@Table(schema = "chronicles", name = "refresh_tokens")
public class RefreshToken {
    static final Duration GRACE = Duration.ofSeconds(10);
    private static final int MOST_USES = 100;

    @Id
    private String hash;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "used_at")
    private Instant usedAt;

    private int uses;

    protected RefreshToken() {} // required by JPA

    RefreshToken(String hash, UUID sessionId, Instant now) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.createdAt = now;
    }

    UUID sessionId() {
        return sessionId;
    }

    /** @return whether nobody has used it yet */
    boolean isFresh() {
        return usedAt == null;
    }

    /** @return whether the token comes back later than any honest tab would bring it */
    boolean isReplayedAt(Instant time) {
        return usedAt != null && usedAt.plus(GRACE).isBefore(time);
    }

    /** @return whether this use is still one that a browser with many tabs could make */
    boolean use(Instant now) {
        usedAt = usedAt == null ? now : usedAt;
        uses++;
        return uses <= MOST_USES;
    }
}
