package com.aichatchronicles.platform.ratelimit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the operator once that Redis went, and once that it is back: after it has not failed for a while. */
@ApplicationScoped
public class RedisWatch {
    private static final System.Logger LOG = System.getLogger(RedisWatch.class.getName());
    private static final long CALM_MILLISECONDS = 5000;

    @Inject
    Clock clock;

    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long lastFailure;

    void failed(Throwable failure) {
        lastFailure = clock.instant().toEpochMilli();
        if (away.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "Redis does not answer in time: this server counts for the rate limits alone ({0})",
                    failure.toString());
        }
    }

    void answered() {
        if (away.get()
                && clock.instant().toEpochMilli() - lastFailure > CALM_MILLISECONDS
                && away.compareAndSet(true, false)) {
            LOG.log(Level.WARNING, "Redis answers again: all servers share the rate limits");
        }
    }
}
