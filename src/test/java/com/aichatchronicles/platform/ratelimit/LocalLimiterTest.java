package com.aichatchronicles.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Together;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalLimiterTest {
    private static final Limit AUTH = new Limit(Policy.AUTH, new Quota(5, 900), "192.0.2.1");

    private final LocalLimiter limiter = new LocalLimiter();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @BeforeEach
    void setClock() {
        InstantSource source = () -> now;
        limiter.clock = source.withZone(ZoneOffset.UTC);
    }

    @Test
    void aWindowEndsAfterItsTimeHoweverOftenItIsTried() {
        assertThat(next()).isEqualTo(new Count(AUTH, 1, 900_000));
        now = now.plusSeconds(899);
        assertThat(next()).isEqualTo(new Count(AUTH, 2, 1000));
        now = now.plusSeconds(1);
        assertThat(next()).isEqualTo(new Count(AUTH, 1, 900_000));
    }

    @Test
    void whatRedisHasCountedGoesOn() {
        limiter.remember(new Count(AUTH, 5, 60_000));
        limiter.remember(new Count(AUTH, 4, 60_001));

        assertThat(next()).isEqualTo(new Count(AUTH, 6, 60_000));
    }

    @Test
    void whatRedisCountsInANewWindowReplacesTheOld() {
        limiter.remember(new Count(AUTH, 5, 60_000));
        now = now.plus(Duration.ofMinutes(1));
        limiter.remember(new Count(AUTH, 1, 900_000));

        assertThat(next()).isEqualTo(new Count(AUTH, 2, 900_000));
    }

    @Test
    void whatWasCountedAloneStillCountsWhenRedisIsBack() {
        limiter.remember(new Count(AUTH, 3, 60_000));
        next();
        next();

        assertThat(limiter.remember(new Count(AUTH, 4, 50_000))).isEqualTo(new Count(AUTH, 6, 50_000));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(limiter.remember(new Count(AUTH, 1, 900_000))).isEqualTo(new Count(AUTH, 1, 900_000));
    }

    @Test
    void whatRedisHasLostStillCounts() {
        limiter.remember(new Count(AUTH, 3, 60_000));

        assertThat(limiter.remember(new Count(AUTH, 1, 900_000))).isEqualTo(new Count(AUTH, 4, 900_000));
        assertThat(limiter.remember(new Count(AUTH, 2, 899_999))).isEqualTo(new Count(AUTH, 5, 899_999));
        assertThat(next()).isEqualTo(new Count(AUTH, 6, 60_000));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(limiter.remember(new Count(AUTH, 3, 840_000))).isEqualTo(new Count(AUTH, 3, 840_000));
    }

    @Test
    void whatRedisLosesTwiceCountsBothTimes() {
        limiter.remember(new Count(AUTH, 2, 500_000));
        limiter.remember(new Count(AUTH, 1, 900_000));
        now = now.plusSeconds(10);

        assertThat(limiter.remember(new Count(AUTH, 1, 900_000))).isEqualTo(new Count(AUTH, 4, 900_000));
    }

    @Test
    void aRedisThatEndsAWindowAMomentEarlyHasLostNothing() {
        limiter.remember(new Count(AUTH, 5, 60_000));
        now = now.plusMillis(59_500);

        assertThat(limiter.remember(new Count(AUTH, 1, 900_000))).isEqualTo(new Count(AUTH, 1, 900_000));
        now = now.plusMillis(500);
        assertThat(limiter.remember(new Count(AUTH, 2, 899_500))).isEqualTo(new Count(AUTH, 2, 899_500));
    }

    @Test
    void parallelCallsAreCountedOneByOne() throws Exception {
        limiter.clock = Clock.systemUTC();

        List<Count> counts = Together.run(200, this::next);

        assertThat(counts).filteredOn(count -> !count.isExceeded()).hasSize(5);
    }

    @Test
    void aFloodOfCallersUnderOnePolicyLeavesTheOthersAlone() {
        limiter.remember(new Count(AUTH, 5, 60_000));
        for (int i = 0; i < 200_000; i++) {
            limiter.count(List.of(new Limit(Policy.GENERAL, new Quota(100, 900), "client " + i)));
        }

        assertThat(next().isExceeded()).isTrue();
    }

    private Count next() {
        return limiter.count(List.of(AUTH)).get(0);
    }
}
