package com.aichatchronicles.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Settings of outgoing mail. Without {@code SMTP_HOST} the queue fills and nothing leaves. */
@ApplicationScoped
public class MailConfig {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Inject
    Config config;

    private Duration lifetime;
    private Duration longestPause;

    @PostConstruct
    void read() {
        lifetime = Duration.parse(config.getValue("MAIL_LIFETIME", String.class));
        longestPause = Duration.parse(config.getValue("SMTP_PAUSE", String.class));
    }

    /** @return the mail server as it is set now, for a password may be changed; empty where none is configured */
    Optional<SmtpSettings> smtp() {
        return SmtpSettings.of(config);
    }

    /** @return how old a waiting mail may grow before it is a dead letter */
    Duration lifetime() {
        return lifetime;
    }

    /** @return how long an absent mail server is left alone at most */
    Duration longestPause() {
        return longestPause;
    }

    /**
     * @param config the settings of the server
     * @return a sentence for each that is missing or wrong
     */
    public static List<String> complaints(Config config) {
        List<String> complaints = new ArrayList<>();
        require(isPort(config), "SMTP_PORT must be a port from 1 to 65535", complaints);
        require(
                is(config, "SMTP_TLS", "auto|required|implicit|off"),
                "SMTP_TLS must be auto, required, implicit or off",
                complaints);
        require(isShort(config, "SMTP_TIMEOUT"), "SMTP_TIMEOUT must be a duration from PT1S to PT1M", complaints);
        require(isShort(config, "SMTP_PAUSE"), "SMTP_PAUSE must be a duration from PT1S to PT1M", complaints);
        require(isLifetime(config), "MAIL_LIFETIME must be a duration of an hour or more, like P7D", complaints);
        if (text(config, "SMTP_HOST").isPresent()) {
            require(
                    text(config, "MAIL_FROM").filter(SmtpSettings::isSender).isPresent(),
                    "MAIL_FROM must be an address like AI Chat Chronicles <no-reply@example.com>, as SMTP_HOST is set",
                    complaints);
            require(
                    text(config, "SMTP_USER").isPresent()
                            == text(config, "SMTP_PASS").isPresent(),
                    "SMTP_USER and SMTP_PASS must be set together",
                    complaints);
        }
        return complaints;
    }

    private static boolean isPort(Config config) {
        return is(config, "SMTP_PORT", "[1-9]\\d{0,4}")
                && Integer.parseInt(config.getValue("SMTP_PORT", String.class)) < 65536;
    }

    private static boolean isShort(Config config, String name) {
        return duration(config, name)
                .filter(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0)
                .isPresent();
    }

    private static boolean isLifetime(Config config) {
        return duration(config, "MAIL_LIFETIME")
                .filter(time -> time.compareTo(Duration.ofHours(1)) >= 0)
                .isPresent();
    }

    private static Optional<Duration> duration(Config config, String name) {
        try {
            return text(config, name).map(Duration::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean is(Config config, String name, String pattern) {
        return text(config, name).orElse("").matches(pattern);
    }

    private static void require(boolean right, String complaint, List<String> complaints) {
        if (!right) {
            complaints.add(complaint);
        }
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }
}
