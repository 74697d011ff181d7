package com.aichatchronicles.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheConfigTest {
    private final CacheConfig config = new CacheConfig();

    @Test
    void answersAreKeptForFiveMinutesAndNothingForSeconds() {
        config.config = Settings.defaults();

        assertThat(config.lifetime("conversation")).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.lifetimeOfNothing("conversation")).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.memory()).isEqualTo(48L << 20);
        assertThat(CacheConfig.complaints(config.config)).isEmpty();
    }

    @Test
    void aRegionMayHaveItsOwnTime() {
        config.config = Settings.defaults().with("CACHE_TTL_SEARCH_SECONDS", "2");

        assertThat(config.lifetime("search")).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.lifetimeOfNothing("search")).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.lifetime("conversation")).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CACHE_TTL_SECONDS", "CACHE_TTL_SEARCH_SECONDS", "CACHE_MEMORY_MB"})
    void aWrongSettingIsNamed(String name) {
        assertThat(CacheConfig.complaints(Settings.defaults().with(name, "-1")))
                .singleElement()
                .asString()
                .startsWith(name + " must be");
    }
}
