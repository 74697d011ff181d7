package com.aichatchronicles.platform.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Timer;

/** How many requests each route has, how they end and how long they take. */
@ApplicationScoped
public class RequestMetrics {
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    @Inject
    Metrics metrics;

    void count(String method, String route, int status, long nanoseconds) {
        Kind kind = new Kind(method, route, status);
        Timer timer = timers.get(kind);
        if (timer == null) {
            timer = timers.computeIfAbsent(kind, this::register);
        }
        timer.update(Duration.ofNanos(nanoseconds));
    }

    private Timer register(Kind kind) {
        return metrics.timer(
                "http_requests",
                "Requests to the application by route template",
                "method",
                kind.method(),
                "route",
                kind.route(),
                "status",
                String.valueOf(kind.status()));
    }

    private record Kind(String method, String route, int status) {}
}
