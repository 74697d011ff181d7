package com.aichatchronicles.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The forms that the value of a setting may have. */
final class Forms {
    private Forms() {}

    static boolean isOnOrOff(String text) {
        return text.matches("on|off");
    }

    static boolean isTrueOrFalse(String text) {
        return text.matches("true|false");
    }

    static boolean isPort(String text) {
        return isNumber(text, 1, 65535);
    }

    static boolean isNumber(String text, int least, int most) {
        return text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    /** A duration of at least a second (ISO 8601). */
    static boolean isDuration(String text) {
        try {
            return Duration.parse(text).compareTo(Duration.ofSeconds(1)) >= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** A duration from a second to a minute (ISO 8601). */
    static boolean isInterval(String text) {
        return isDuration(text) && Duration.parse(text).compareTo(Duration.ofMinutes(1)) <= 0;
    }

    /** A duration of at least a day (ISO 8601). */
    static boolean isDays(String text) {
        return isDuration(text) && Duration.parse(text).compareTo(Duration.ofDays(1)) >= 0;
    }

    /** A duration of any length (ISO 8601). */
    static boolean isPeriod(String text) {
        try {
            return !Duration.parse(text).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** An address of a web server, perhaps with a path. */
    static boolean isWebAddress(String text) {
        return isUri(text, Set.of("http", "https")) && text.matches("https?://[\\w.:\\[\\]/-]+");
    }

    /** Where keys come from that decide who gets in: over TLS, or from this machine. */
    static boolean isKeyServer(String text) {
        return isWebAddress(text)
                && (text.startsWith("https:") || text.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?"));
    }

    /** Origins as browsers send them, separated by commas. */
    static boolean areOrigins(String text) {
        return Stream.of(text.split(",")).map(String::strip).allMatch(origin -> origin.matches("https?://[^/*\\s]+"));
    }

    /** One secret, or the old and the new one. */
    static boolean areTokens(String text) {
        String[] tokens = text.split(",", -1);
        return tokens.length <= 2
                && Stream.of(tokens).map(String::strip).allMatch(token -> token.matches("[\\x21-\\x7e]{32,1024}"));
    }

    /** Domains of addresses, separated by commas. */
    static boolean areDomains(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).allMatch(name -> name.matches("[\\w-]+(\\.[\\w-]+)+"));
    }

    /** Groups with the role that each gives, separated by commas. */
    static boolean areRoles(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .allMatch(pair -> pair.matches("[^,]*[^,\\s]\\s*:\\s*(premium|moderator|admin)"));
    }

    static boolean isRedis(String text) {
        return isUri(text, Set.of("redis", "rediss"));
    }

    /** As the data source will read it, which is made too late to complain and outside the application. */
    static boolean isPostgres(String text) {
        return isUri(text, Set.of("postgresql", "postgres"))
                && URI.create(text).getPath().length() > 1;
    }

    /** All addresses of the machine, or one, or a name for one. */
    static boolean isListener(String text) {
        return text.matches("\\*|[\\w.-]+|[0-9a-fA-F:.]+");
    }

    private static boolean isUri(String text, Set<String> schemes) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && Optional.ofNullable(uri.getScheme())
                            .filter(schemes::contains)
                            .isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
