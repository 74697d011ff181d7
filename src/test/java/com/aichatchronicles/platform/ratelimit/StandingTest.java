package com.aichatchronicles.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Limit GENERAL = new Limit(Policy.GENERAL, new Quota(100, 900), "a");
    private static final Limit AUTH = new Limit(Policy.AUTH, new Quota(5, 900), "a");

    @Test
    void everyLimitIsListedAndTheTightestStandsInTheOlderHeaders() {
        Standing standing = new Standing(List.of(new Count(GENERAL, 3, 1), new Count(AUTH, 3, 899_001)));

        assertThat(standing.exceeded()).isEmpty();
        assertThat(standing.headers())
                .containsExactly(
                        entry("RateLimit-Policy", "\"general\";q=100;w=900, \"auth\";q=5;w=900"),
                        entry("RateLimit", "\"general\";r=97;t=1, \"auth\";r=2;t=900"),
                        entry("RateLimit-Limit", 5L),
                        entry("RateLimit-Remaining", 2L),
                        entry("RateLimit-Reset", 900L));
    }

    @Test
    void theLastOneOfAQuotaIsNotBeyondIt() {
        assertThat(new Standing(List.of(new Count(AUTH, 5, 1000))).exceeded()).isEmpty();
        assertThat(new Standing(List.of(new Count(AUTH, 6, 1000))).exceeded()).isPresent();
    }

    @Test
    void ofSeveralThatAreExceededTheLongestCounts() {
        Standing standing = new Standing(List.of(new Count(GENERAL, 101, 5000), new Count(AUTH, 6, 4000)));

        assertThat(standing.exceeded()).map(count -> count.limit().policy()).contains(Policy.GENERAL);
        assertThat(standing.headers()).containsEntry("RateLimit-Reset", 5L);
    }

    @Test
    void whereNoLimitAppliesThereIsNothingToSay() {
        assertThat(new Standing(List.of()).headers()).isEmpty();
    }
}
