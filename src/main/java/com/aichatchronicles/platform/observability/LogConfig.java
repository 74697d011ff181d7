package com.aichatchronicles.platform.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Settings of logs and metrics. {@code server.xml} takes them from the environment; here they are only checked. */
public final class LogConfig {
    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug");
    private static final Set<String> SWITCH = Set.of("true", "false");

    private LogConfig() {}

    /**
     * @param config the settings of the server
     * @return a sentence for each that is wrong
     */
    public static List<String> complaints(Config config) {
        List<String> complaints = new ArrayList<>();
        if (!LEVELS.contains(config.getValue("LOG_LEVEL", String.class))) {
            complaints.add("LOG_LEVEL must be error, warn, info or debug");
        }
        if (!SWITCH.contains(config.getValue("METRICS_AUTHENTICATION", String.class))) {
            complaints.add("METRICS_AUTHENTICATION must be true or false");
        }
        return complaints;
    }
}
