package com.aichatchronicles.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.devices.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Session session =
            new Session(UUID.randomUUID(), UUID.randomUUID(), new Device("browser", "192.0.2.1"), START, LIFETIME);

    @Test
    void aSessionStandsUntilItsLifetimeIsOver() {
        assertThat(session.standsAt(START)).isTrue();
        assertThat(session.standsAt(START.plus(LIFETIME).minusMillis(1))).isTrue();
        assertThat(session.standsAt(START.plus(LIFETIME))).isFalse();
    }

    @Test
    void aRefreshProlongsASession() {
        session.prolong(START.plus(Duration.ofDays(20)), LIFETIME);

        assertThat(session.standsAt(START.plus(Duration.ofDays(49)))).isTrue();
        assertThat(session.standsAt(START.plus(Duration.ofDays(50)))).isFalse();
    }

    @Test
    void anEndedSessionIsOverForGood() {
        session.end(START.plusSeconds(1));
        session.prolong(START.plusSeconds(2), LIFETIME);

        assertThat(session.standsAt(START.plusSeconds(2))).isFalse();
    }
}
