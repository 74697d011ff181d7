package com.aichatchronicles.platform.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** That the server has started and answers, with its time, its age in seconds and its version. */
@Startup
@Liveness
@ApplicationScoped
public class ServerHealth implements HealthCheck {
    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "app.version")
    String version;

    @Override
    public HealthCheckResponse call() {
        long milliseconds = ManagementFactory.getRuntimeMXBean().getUptime();
        return HealthCheckResponse.named("server")
                .withData("timestamp", clock.instant().toString())
                .withData("uptime", milliseconds / 1000)
                .withData("version", version)
                .up()
                .build();
    }
}
