package com.aichatchronicles.platform.config;

import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often each server looks for what has become due ({@code POLL_INTERVAL}). */
@ApplicationScoped
public class Rounds {
    @Inject
    @ConfigProperty(name = "POLL_INTERVAL")
    Duration interval;

    /**
     * Has the timeout method of a bean called again and again, first when an interval is over.
     *
     * @param timers those of the bean
     */
    public void begin(TimerService timers) {
        beginEvery(1, timers);
    }

    /**
     * Has the timeout method of a bean called again and again, for what is in no hurry.
     *
     * @param intervals how many lie between two calls, and before the first
     * @param timers those of the bean
     */
    public void beginEvery(int intervals, TimerService timers) {
        long milliseconds = interval.multipliedBy(intervals).toMillis();
        timers.createIntervalTimer(milliseconds, milliseconds, new TimerConfig(null, false));
    }
}
