package com.aichatchronicles.platform.observability;

import com.aichatchronicles.platform.cache.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether Redis answers. Without it the server is slower, not unready, so this check is up and says "degraded". */
@Readiness
@ApplicationScoped
public class RedisHealth implements HealthCheck {
    @Inject
    Redis redis;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("redis")
                .withData("state", redis.answers() ? "ok" : "degraded")
                .up()
                .build();
    }
}
