package com.aichatchronicles.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Together;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdvancesTest {
    private static final Limit LARGE = limit(1_000_000);
    private static final Limit USUAL = limit(100);

    private final Advances advances = new Advances();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @BeforeEach
    void setClock() {
        InstantSource source = () -> now;
        advances.clock = source.withZone(ZoneOffset.UTC);
    }

    @Test
    void underAUsualLimitEachCallIsCountedInRedis() {
        assertThat(ask(USUAL, 0)).isEqualTo(1);
        assertThat(advances.take(USUAL)).isEmpty();
        assertThat(ask(USUAL, 1)).isEqualTo(1);
        assertThat(advances.take(USUAL)).isEmpty();
    }

    @Test
    void farFromALimitAHundredCallsAreCountedAtOnce() {
        assertThat(ask(LARGE, 0)).isEqualTo(1);
        assertThat(ask(LARGE, 1)).isEqualTo(100);

        for (int call = 3; call <= 101; call++) {
            assertThat(advances.take(LARGE)).contains(new Count(LARGE, call, 900_000));
        }
        assertThat(advances.take(LARGE)).isEmpty();
    }

    @Test
    void nearerToTheLimitFewerAreCountedAtOnce() {
        ask(LARGE, 1_000_000 - 5_001);

        assertThat(ask(LARGE, 1_000_000 - 5_000)).isEqualTo(5);
    }

    @Test
    void closeToTheLimitEachCallIsCountedForItself() {
        ask(LARGE, 1_000_000 - 1_999);

        assertThat(advances.size(LARGE)).isEqualTo(1);
    }

    @Test
    void whatWasCountedAheadEndsWithItsWindow() {
        ask(LARGE, 0);
        ask(LARGE, 1);
        now = now.plusSeconds(900);

        assertThat(advances.take(LARGE)).isEmpty();
        assertThat(ask(LARGE, 0))
                .as("calls of the first question in a new window")
                .isBetween(1, 100);
        assertThat(advances.take(LARGE)).contains(new Count(LARGE, 2, 900_000));
    }

    @Test
    void ofManyThatAskAtOnceOneTakesMore() throws Exception {
        ask(LARGE, 0);

        List<Integer> sizes = Together.run(50, () -> advances.size(LARGE));

        assertThat(sizes).filteredOn(size -> size == 100).hasSize(1);
        assertThat(sizes).filteredOn(size -> size == 1).hasSize(49);
    }

    @Test
    void noCallIsHandedOutTwice() throws Exception {
        ask(LARGE, 0);
        ask(LARGE, 1);

        List<Optional<Count>> counts = Together.run(150, () -> advances.take(LARGE));

        assertThat(counts.stream().flatMap(Optional::stream).map(Count::used))
                .hasSize(99)
                .doesNotHaveDuplicates();
    }

    /** @return how many calls were counted at once after so many */
    private int ask(Limit limit, long used) {
        int calls = advances.size(limit);
        advances.put(new Count(limit, used + calls, 900_000), calls);
        return calls;
    }

    private static Limit limit(long requests) {
        return new Limit(Policy.GENERAL, new Quota(requests, 900), "192.0.2.1");
    }
}
