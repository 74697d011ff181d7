package com.aichatchronicles.platform.ratelimit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;
import org.eclipse.microprofile.faulttolerance.FallbackHandler;

/** Counts in this server what could not be counted in Redis. */
@Dependent
public class LocalFallback implements FallbackHandler<List<Count>> {
    @Inject
    LocalLimiter local;

    @Inject
    RedisWatch watch;

    @Override
    public List<Count> handle(ExecutionContext call) {
        watch.failed(call.getFailure());
        return local.count(((List<?>) call.getParameters()[0])
                .stream().map(Limit.class::cast).toList());
    }
}
