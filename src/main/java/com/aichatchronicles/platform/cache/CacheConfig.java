package com.aichatchronicles.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** How long answers are kept, and how much memory they may take. */
@ApplicationScoped
public class CacheConfig {
    private static final String GENERAL = "CACHE_TTL_SECONDS";
    private static final String OF_A_REGION = "CACHE_TTL_[A-Z_]+_SECONDS";
    private static final String MEMORY = "CACHE_MEMORY_MB";
    private static final Duration OF_NOTHING = Duration.ofSeconds(5);

    @Inject
    Config config;

    private final Map<String, Duration> lifetimes = new ConcurrentHashMap<>();

    /** @return how long an answer of the region is kept at most; zero for not at all */
    Duration lifetime(String region) {
        return lifetimes.computeIfAbsent(region, this::read);
    }

    /** @return how long it is kept that there is nothing */
    Duration lifetimeOfNothing(String region) {
        Duration lifetime = lifetime(region);
        return lifetime.compareTo(OF_NOTHING) < 0 ? lifetime : OF_NOTHING;
    }

    /** @return bytes that the answers in this server's memory may take */
    long memory() {
        return Long.parseLong(config.getValue(MEMORY, String.class)) << 20;
    }

    private Duration read(String region) {
        String own = "CACHE_TTL_" + region.toUpperCase(Locale.ROOT) + "_SECONDS";
        String seconds =
                config.getOptionalValue(own, String.class).orElseGet(() -> config.getValue(GENERAL, String.class));
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** @return a sentence for each setting that is wrong, naming it */
    public static List<String> complaints(Config config) {
        List<String> complaints = new ArrayList<>();
        for (String name : config.getPropertyNames()) {
            boolean ours = name.equals(GENERAL) || name.matches(OF_A_REGION);
            if (ours && !config.getOptionalValue(name, String.class).orElse("0").matches("\\d{1,5}")) {
                complaints.add(name + " must be a number of seconds from 0 (off) to 99999");
            }
        }
        if (!config.getValue(MEMORY, String.class).matches("[1-9]\\d{0,4}")) {
            complaints.add(MEMORY + " must be a number of megabytes from 1 to 99999");
        }
        return complaints;
    }
}
