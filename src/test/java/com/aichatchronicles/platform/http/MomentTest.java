package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T18:00:00Z,2026-01-31T18:00:00Z",
        "2026-01-31t18:00:00z,2026-01-31T18:00:00Z",
        "2026-01-31T18:00:00.123456+05:30,2026-01-31T12:30:00.123456Z",
        "2026-03-29T02:30:00+01:00,2026-03-29T01:30:00Z",
        "1900-01-01T00:00:00+14:00,1899-12-31T10:00:00Z",
        "9999-12-31T23:59:59Z,9999-12-31T23:59:59Z"
    })
    void aTimeIsTheSameInAnyZone(String text, Instant time) {
        assertThat(Moment.lookup(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-01-31T18:00:00",
                "2026-02-29T18:00:00Z",
                "2026-01-31T24:00:01Z",
                "2026-01-31T18:00:60Z",
                "2026-01-31T18:00:00+18:01",
                "10000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-2026-01-31T18:00:00Z"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(Moment.lookup(text)).isEmpty();
    }

    @Test
    void aTimeThatIsInTheYear10000InUtcIsNone() {
        assertThat(Moment.lookup("9999-12-31T23:59:59-00:01")).isEmpty();
        assertThat(Moment.lookup("9999-12-31T23:59:59.9999999Z")).isEmpty();
    }
}
