package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Pause pause = new Pause();

    @Test
    void eachIsTwiceAsLongAsTheOneBeforeUpToAMinute() {
        List<Long> seconds = Stream.generate(() -> pause.begin(NOON, MINUTE))
                .limit(6)
                .map(Duration::toSeconds)
                .toList();

        assertThat(seconds).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void theLongestMayBeShorterThanTheFirst() {
        assertThat(pause.begin(NOON, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.begin(NOON, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void itIsOverAfterItsTimeOrOnceItIsEnded() {
        assertThat(pause.isOver(NOON)).isTrue();

        pause.begin(NOON, MINUTE);
        assertThat(pause.isBegun()).isTrue();
        assertThat(pause.isOver(NOON.plusSeconds(4))).isFalse();
        assertThat(pause.isOver(NOON.plusSeconds(5))).isTrue();

        pause.end();
        assertThat(pause.isBegun()).isFalse();
        assertThat(pause.isOver(NOON)).isTrue();
        assertThat(pause.begin(NOON, MINUTE)).isEqualTo(Duration.ofSeconds(5));
    }
}
