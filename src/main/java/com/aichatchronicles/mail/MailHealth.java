package com.aichatchronicles.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the mails fare: {@code state} is "ok", "degraded" while the mail server is away or dead letters lie about, "off"
 * where none is configured. Always up: a server without mail serves.
 */
@Readiness
@ApplicationScoped
public class MailHealth implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(MailHealth.class.getName());

    @Inject
    MailDispatchService queue;

    @Inject
    MailRound round;

    @Inject
    MailConfig config;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("mail").up();
        try {
            MailDispatchService.Standing standing = queue.standing();
            boolean well = !round.isPaused() && standing.dead() == 0;
            return answer.withData("state", config.smtp().isEmpty() ? "off" : well ? "ok" : "degraded")
                    .withData("waiting", standing.waiting())
                    .withData("dead", standing.dead())
                    .build();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.DEBUG,
                    "The mail queue cannot be looked at: {0}",
                    e.getClass().getName());
            return answer.withData("state", "unknown").build(); // the database check says why
        }
    }
}
