package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationCheckTest {
    private static final Settings RIGHT = Settings.defaults()
            .with("DATABASE_URL", "postgresql://user:secret@db/chronicles")
            .with("API_URL", "http://localhost:3001");

    @Test
    void nothingIsSaidOfSettingsThatAreRight() {
        assertThat(ConfigurationCheck.complaints(RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LEGACY_FRONTEND,yes",
        "API_URL,localhost:3001",
        "API_URL,https://",
        "FRONTEND_URL,front.example.org",
        "ALLOWED_ORIGINS,*",
        "ALLOWED_ORIGINS,https://*.example.com",
        "ALLOWED_ORIGINS,https://example.com/path",
        "ACCESS_TOKEN_LIFETIME,15 minutes",
        "SESSION_LIFETIME,PT0S",
        "SESSION_LIFETIME,-P1D",
        "SECOND_FACTOR_KEY,c2VjcmV0",
        "RATE_LIMIT_AUTH,5",
        "WHITELISTED_IPS,localhost",
        "TRUSTED_PROXIES,10.*"
    })
    void aWrongSettingIsNamed(String name, String value) {
        List<String> complaints = ConfigurationCheck.complaints(RIGHT.with(name, value));

        assertThat(complaints).singleElement().asString().startsWith(name + " must be ");
    }

    @Test
    void aMissingDatabaseIsNamed() {
        assertThat(ConfigurationCheck.complaints(RIGHT.with("DATABASE_URL", "")))
                .containsExactly(
                        "DATABASE_URL is not set; it looks like postgresql://user:password@host:port/database");
    }
}
