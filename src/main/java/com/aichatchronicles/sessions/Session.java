package com.aichatchronicles.sessions;

import com.aichatchronicles.devices.Device;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One sign-in on one device, and the family of all refresh tokens that come from it. Each refresh prolongs it; a
 * sign-out, or a refresh token that is presented again, ends it for good.
 */
@Entity
@Table(schema = "chronicles", name = "sessions")
@NamedQuery(name = Session.CALLER, query = """
                SELECT NEW com.aichatchronicles.sessions.Caller(
                           a.id, s.id, a.email, a.accountRole, p.fullName, p.username, p.avatarUrl)
                  FROM Session s JOIN Account a ON a.id = s.userId JOIN Profile p ON p.id = s.userId
                 WHERE s.id = :session AND s.userId = :user AND s.endedAt IS NULL AND s.expiresAt > :now
                   AND a.deletedAt IS NULL AND a.deactivatedAt IS NULL
                   AND (a.bannedUntil IS NULL OR a.bannedUntil < :now)""")
@NamedQuery(
        name = Session.END_ALL,
        query = "UPDATE Session s SET s.endedAt = :now WHERE s.userId = :user AND s.endedAt IS NULL")
@NamedQuery(name = Session.STANDING, query = """
                SELECT s FROM Session s
                 WHERE s.userId = :user AND s.endedAt IS NULL AND s.expiresAt > :now
                 ORDER BY s.lastUsedAt DESC, s.id""")
@NamedQuery(name = Session.END_OTHERS, query = """
                UPDATE Session s SET s.endedAt = :now
                 WHERE s.userId = :user AND s.id <> :kept AND s.endedAt IS NULL""")
public class Session {
    static final String CALLER = "Session.caller";
    static final String END_ALL = "Session.endAll";
    static final String STANDING = "Session.standing";
    static final String END_OTHERS = "Session.endOthers";

    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "user_agent")
    private String userAgent;

    private String address;

    protected Session() {} // required by JPA

    Session(UUID id, UUID userId, Device device, Instant now, Duration lifetime) {
        this.id = id;
        this.userId = userId;
        this.userAgent = device.userAgent();
        this.address = device.address();
        this.createdAt = now;
        prolong(now, lifetime);
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    boolean standsAt(Instant time) {
        return endedAt == null && expiresAt.isAfter(time);
    }

    /** @return whether it has been used on the day of that time, in UTC; the sign-in counts */
    boolean wasUsedOnDayOf(Instant time) {
        return lastUsedAt.truncatedTo(ChronoUnit.DAYS).equals(time.truncatedTo(ChronoUnit.DAYS));
    }

    void prolong(Instant now, Duration lifetime) {
        lastUsedAt = now;
        expiresAt = now.plus(lifetime);
    }

    void end(Instant now) {
        endedAt = endedAt == null ? now : endedAt;
    }

    /** @param asking the session from which its owner looks at it */
    SessionView view(UUID asking) {
        return new SessionView(id, userAgent, address, createdAt, lastUsedAt, expiresAt, id.equals(asking));
    }
}
