package com.aichatchronicles.platform.ratelimit;

import com.aichatchronicles.platform.observability.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;

/** How many requests each policy has refused; all are there from the start, so that none seems to be missing. */
@ApplicationScoped
public class RefusalCounters {
    private final Map<Policy, Counter> counters = new EnumMap<>(Policy.class);

    @Inject
    Metrics metrics;

    void register(@Observes Startup start) {
        for (Policy policy : Policy.values()) {
            counters.put(
                    policy,
                    metrics.counter(
                            "rate_limit_refusals", "Requests refused by a rate limit", "policy", policy.label()));
        }
    }

    void count(Policy policy) {
        counters.get(policy).inc();
    }
}
