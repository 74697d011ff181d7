package com.aichatchronicles.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The time, for all who need it: in microseconds, because PostgreSQL keeps no more. */
@ApplicationScoped
public class SystemClock {
    /** @return the clock in UTC */
    @Produces
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
