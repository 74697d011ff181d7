package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationCheckTest {
    private static final Map<String, String> RIGHT = Map.of(
            "DATABASE_URL", "postgresql://user:secret@db/chronicles",
            "LEGACY_FRONTEND", "on",
            "API_URL", "http://localhost:3001",
            "ALLOWED_ORIGINS", "http://localhost:3000, https://aichatchronicles.com",
            "ACCESS_TOKEN_LIFETIME", "PT15M",
            "SESSION_LIFETIME", "P30D");

    @Test
    void nothingIsSaidOfSettingsThatAreRight() {
        assertThat(ConfigurationCheck.complaints(new Settings(RIGHT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LEGACY_FRONTEND,yes",
        "API_URL,localhost:3001",
        "API_URL,https://",
        "ALLOWED_ORIGINS,*",
        "ALLOWED_ORIGINS,https://*.example.com",
        "ALLOWED_ORIGINS,https://example.com/path",
        "ACCESS_TOKEN_LIFETIME,15 minutes",
        "SESSION_LIFETIME,PT0S",
        "SESSION_LIFETIME,-P1D"
    })
    void aWrongSettingIsNamed(String name, String value) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put(name, value);

        List<String> complaints = ConfigurationCheck.complaints(new Settings(settings));

        assertThat(complaints).singleElement().asString().startsWith(name + " must be ");
    }

    @Test
    void aMissingDatabaseIsNamed() {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.remove("DATABASE_URL");

        assertThat(ConfigurationCheck.complaints(new Settings(settings)))
                .containsExactly(
                        "DATABASE_URL is not set; it looks like postgresql://user:password@host:port/database");
    }

    /** Settings in a map, all of them texts. */
    private record Settings(Map<String, String> values) implements Config {
        @Override
        public <T> T getValue(String name, Class<T> type) {
            return type.cast(values.get(name));
        }

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(type.cast(values.get(name)));
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException(type.getName());
        }
    }
}
