package com.aichatchronicles.platform.config;

import com.aichatchronicles.platform.cache.CacheConfig;
import com.aichatchronicles.platform.ratelimit.RateLimitConfig;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at the settings before anything uses them. */
@Startup
@Singleton
public class ConfigurationCheck {
    @PostConstruct
    void check() {
        List<String> complaints = complaints(ConfigProvider.getConfig());
        if (!complaints.isEmpty()) {
            throw StartRefusal.because(String.join(". ", complaints));
        }
    }

    /** @return a sentence for each setting that is missing or wrong, naming it and never quoting a secret */
    static List<String> complaints(Config config) {
        List<String> complaints = new ArrayList<>();
        if (config.getOptionalValue("DATABASE_URL", String.class).isEmpty()) {
            complaints.add("DATABASE_URL is not set; it looks like postgresql://user:password@host:port/database");
        }
        if (!config.getValue("LEGACY_FRONTEND", String.class).matches("on|off")) {
            complaints.add("LEGACY_FRONTEND must be on or off");
        }
        requireAddress(config, "API_URL", complaints);
        requireAddress(config, "FRONTEND_URL", complaints);
        requireOrigins(config, complaints);
        requireDuration(config, "ACCESS_TOKEN_LIFETIME", complaints);
        requireDuration(config, "SESSION_LIFETIME", complaints);
        requireKey(config, "SECOND_FACTOR_KEY", complaints);
        complaints.addAll(RateLimitConfig.complaints(config));
        complaints.addAll(CacheConfig.complaints(config));
        return complaints;
    }

    private static void requireOrigins(Config config, List<String> complaints) {
        for (String origin : config.getValue("ALLOWED_ORIGINS", String.class).split(",")) {
            if (!origin.strip().matches("https?://[^/*\\s]+")) {
                complaints.add("ALLOWED_ORIGINS must be a comma list of origins like https://example.com, without *");
                return;
            }
        }
    }

    private static void requireDuration(Config config, String name, List<String> complaints) {
        String value = config.getValue(name, String.class);
        try {
            if (Duration.parse(value).compareTo(Duration.ofSeconds(1)) >= 0) {
                return;
            }
        } catch (DateTimeParseException e) {
            complaints.add(name + " must be a duration like PT15M or P30D");
            return;
        }
        complaints.add(name + " must be at least a second");
    }

    private static void requireKey(Config config, String name, List<String> complaints) {
        String value = config.getOptionalValue(name, String.class).orElse("A".repeat(43) + "=");
        if (!value.matches("[A-Za-z0-9+/]{43}=")) {
            complaints.add(name + " must be 32 random bytes in Base64, as openssl rand -base64 32 makes them");
        }
    }

    private static void requireAddress(Config config, String name, List<String> complaints) {
        String value = config.getValue(name, String.class);
        if (!value.matches("https?://[\\w.:\\[\\]/-]+") || URI.create(value).getHost() == null) {
            complaints.add(name + " must be an address like https://example.com");
        }
    }
}
