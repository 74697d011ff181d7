package com.aichatchronicles.platform.config;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at the settings before anything uses them. */
@Startup
@Singleton
public class ConfigurationCheck {
    @PostConstruct
    void check() {
        Config config = ConfigProvider.getConfig();
        List<String> complaints = new java.util.ArrayList<>();
        if (config.getOptionalValue("DATABASE_URL", String.class).isEmpty()) {
            complaints.add("DATABASE_URL is not set; it looks like postgresql://user:password@host:port/database");
        }
        if (!config.getValue("LEGACY_FRONTEND", String.class).matches("on|off")) {
            complaints.add("LEGACY_FRONTEND must be on or off");
        }
        requireAddress(config, "API_URL", complaints);
        for (String origin : config.getValue("ALLOWED_ORIGINS", String[].class)) {
            if (!origin.matches("https?://[^/*]+")) {
                complaints.add("ALLOWED_ORIGINS must be a comma list of origins like https://example.com, without *");
            }
        }
        if (!complaints.isEmpty()) {
            throw StartRefusal.because(String.join(". ", complaints));
        }
    }

    private static void requireAddress(Config config, String name, List<String> complaints) {
        String value = config.getValue(name, String.class);
        if (!value.matches("https?://[^\\s]+") || URI.create(value).getHost() == null) {
            complaints.add(name + " must be an address like https://example.com");
        }
    }
}
