package com.aichatchronicles.platform.ratelimit;

import com.aichatchronicles.platform.cache.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import redis.clients.jedis.exceptions.JedisException;

/** Counts requests where all servers see it, if there is such a place. */
@ApplicationScoped
public class RateLimiter {
    private static final System.Logger LOG = System.getLogger(RateLimiter.class.getName());

    @Inject
    Redis redis;

    @Inject
    SharedLimiter shared;

    @Inject
    Advances advances;

    @Inject
    LocalLimiter local;

    /** Has the first caller meet an open connection and loaded classes: else Redis would seem too slow. */
    void warmUp(@Observes Startup start) {
        if (!redis.isConfigured()) {
            return;
        }
        try {
            shared.warmUp();
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis is not there yet", e);
        }
    }

    Standing count(List<Limit> limits) {
        if (limits.isEmpty()) {
            return new Standing(List.of());
        }
        return new Standing(redis.isConfigured() ? countShared(limits) : local.count(limits));
    }

    private List<Count> countShared(List<Limit> limits) {
        List<Count> counts = new ArrayList<>();
        List<Limit> rest = new ArrayList<>();
        for (Limit limit : limits) {
            advances.take(limit).ifPresentOrElse(counts::add, () -> rest.add(limit));
        }
        if (!rest.isEmpty()) {
            counts.addAll(shared.count(rest));
        }
        return counts;
    }
}
