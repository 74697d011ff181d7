package com.aichatchronicles.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final RefreshToken token = new RefreshToken("hash", UUID.randomUUID(), START);

    @Test
    void anUnusedTokenIsNeverAReplay() {
        assertThat(token.isReplayedAt(START.plusSeconds(86_400))).isFalse();
    }

    @Test
    void aTokenThatComesBackWithinTenSecondsIsNoReplay() {
        assertThat(token.use(START)).isTrue();

        assertThat(token.isReplayedAt(START.plusSeconds(10))).isFalse();
        assertThat(token.isReplayedAt(START.plusMillis(10_001))).isTrue();
    }

    @Test
    void laterUsesDoNotStretchTheGrace() {
        token.use(START);
        token.use(START.plusSeconds(9));

        assertThat(token.isReplayedAt(START.plusSeconds(11))).isTrue();
    }

    @Test
    void noBrowserHasMoreThanAHundredTabs() {
        for (int use = 1; use <= 100; use++) {
            assertThat(token.use(START)).isTrue();
        }

        assertThat(token.use(START)).isFalse();
    }
}
