package com.aichatchronicles.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitConfigTest {
    @Test
    void theDefaultsAreThoseOfTheContract() {
        RateLimitConfig config = read(Settings.defaults());

        assertThat(config.quota(Policy.GENERAL)).contains(new Quota(100, 900));
        assertThat(config.quota(Policy.AUTH)).contains(new Quota(5, 900));
        assertThat(config.quota(Policy.SEARCH)).contains(new Quota(30, 60));
        assertThat(config.quota(Policy.UPLOAD)).contains(new Quota(10, 3600));
        assertThat(config.quota(Policy.EXPORT)).contains(new Quota(5, 3600));
        assertThat(config.exempt().contain(Addresses.range("127.0.0.1"))).isFalse();
        assertThat(config.trustedProxies().contain(Addresses.range("127.0.0.1")))
                .isFalse();
        assertThat(RateLimitConfig.complaints(Settings.defaults())).isEmpty();
    }

    @Test
    void aLimitCanBeLifted() {
        assertThat(read(Settings.defaults().with("RATE_LIMIT_SEARCH", "off")).quota(Policy.SEARCH))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RATE_LIMIT_GENERAL",
                "RATE_LIMIT_AUTH",
                "RATE_LIMIT_SEARCH",
                "RATE_LIMIT_UPLOAD",
                "RATE_LIMIT_EXPORT",
                "WHITELISTED_IPS",
                "TRUSTED_PROXIES"
            })
    void aWrongValueIsComplainedAboutByItsName(String name) {
        assertThat(RateLimitConfig.complaints(Settings.defaults().with(name, "nonsense")))
                .singleElement()
                .asString()
                .startsWith(name + " must be ");
    }

    @Test
    void aLimitWithoutValueIsWrongToo() {
        assertThat(RateLimitConfig.complaints(Settings.defaults().with("RATE_LIMIT_AUTH", "")))
                .hasSize(1);
    }

    private static RateLimitConfig read(Settings settings) {
        RateLimitConfig config = new RateLimitConfig();
        config.config = settings;
        config.read();
        return config;
    }
}
