package com.aichatchronicles.local;

import java.nio.file.Path;
import java.time.Duration;

/** What the developer is told once the server is ready. */
final class Welcome {
    private Welcome() {}

    static String text(LocalSettings settings, Path log, Duration start) {
        String site = "http://localhost:" + settings.port("PORT");
        String secure = "https://localhost:" + settings.port("HTTPS_PORT");
        return """

                AI Chat Chronicles is ready after %d s.

                  Site          %s/ and %s/
                  API docs      %s/api-docs
                  Health        %s/health
                  Mails         %s
                  Administrator %s
                  Admin Center  %s/adminCenter (user %s)
                  Database      %s
                  Redis         %s
                  Log           %s

                Ctrl-C stops everything; the data stays in %s.
                """.formatted(
                        start.toSeconds(),
                        site,
                        secure,
                        site,
                        site,
                        mails(settings),
                        administrator(settings),
                        secure,
                        adminCenterUser(settings),
                        shown(settings, "DATABASE_URL"),
                        shown(settings, "REDIS_URL"),
                        log,
                        log.getParent());
    }

    private static String mails(LocalSettings settings) {
        return settings.isGiven("SMTP_HOST") ? "sent by SMTP_HOST" : "caught at " + settings.value("LOCAL_MAILS_URL");
    }

    private static String administrator(LocalSettings settings) {
        return settings.value("ADMIN_EMAIL") + " / " + shown(settings, "ADMIN_PASSWORD");
    }

    private static String adminCenterUser(LocalSettings settings) {
        return settings.value("ADMIN_CENTER_USER") + ", password " + shown(settings, "ADMIN_CENTER_PASSWORD");
    }

    /** What the developer chose may be secret and need not appear on the screen. */
    private static String shown(LocalSettings settings, String name) {
        return settings.isGiven(name) ? "as given by " + name : settings.value(name);
    }
}
