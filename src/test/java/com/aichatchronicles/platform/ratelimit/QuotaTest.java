package com.aichatchronicles.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {
    @Test
    void requestsStandBeforeSeconds() {
        assertThat(Quota.parse(" 100/900 ")).contains(new Quota(100, 900));
    }

    @Test
    void offIsNoQuota() {
        assertThat(Quota.parse("off")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "100", "0/900", "100/0", "-1/900", "1e3/900", "100/15m", "100/900/1", "OFF", "1/9999999999"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.parse(text));
    }
}
