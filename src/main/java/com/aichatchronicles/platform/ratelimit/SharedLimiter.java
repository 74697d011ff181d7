package com.aichatchronicles.platform.ratelimit;

import com.aichatchronicles.platform.cache.Redis;
import com.aichatchronicles.platform.cache.RedisScript;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Counts in Redis: all limits of a request in one step and one round trip, the same for every server. */
@ApplicationScoped
public class SharedLimiter {
    /** In braces, so that a Redis Cluster keeps all keys of a request on one node. */
    private static final String PREFIX = "{ratelimit}:";

    private static final RedisScript COUNT = RedisScript.of("""
            local counts = {}
            for i, key in ipairs(KEYS) do
              local used = redis.call('INCRBY', key, ARGV[#KEYS + i])
              local left = redis.call('PTTL', key)
              if left < 0 then
                redis.call('PEXPIRE', key, ARGV[i])
                left = tonumber(ARGV[i])
              end
              counts[2 * i - 1] = used
              counts[2 * i] = left
            end
            return counts
            """);

    @Inject
    Redis redis;

    @Inject
    LocalLimiter local;

    @Inject
    Advances advances;

    @Inject
    RedisWatch watch;

    /**
     * Redis has to answer within the 100 ms of its connection. The time-out only catches what that does not see, such
     * as a pool without free connections: one as short would throw away answers that are there whenever the processors
     * are busy, and the call would count twice.
     *
     * @param limits what a request falls under
     * @return a count for each; those of this server alone where Redis does not answer in time
     */
    @Timeout(300)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    @Fallback(LocalFallback.class)
    public List<Count> count(List<Limit> limits) {
        List<Integer> calls = limits.stream().map(advances::size).toList();
        List<Count> counts = shared(limits, calls);
        watch.answered();
        return IntStream.range(0, limits.size())
                .mapToObj(i -> advances.put(local.remember(counts.get(i)), calls.get(i)))
                .toList();
    }

    /** Connects, and has Redis and Fault Tolerance load what the first caller should not wait for. */
    @Timeout(5000)
    @CircuitBreaker
    public void warmUp() {
        shared(List.of(), List.of());
    }

    private List<Count> shared(List<Limit> limits, List<Integer> calls) {
        List<String> keys = limits.stream()
                .map(limit -> PREFIX + limit.policy().label() + ':' + limit.caller())
                .toList();
        List<String> arguments = Stream.concat(
                        limits.stream().map(limit -> limit.quota().milliseconds()), calls.stream())
                .map(String::valueOf)
                .toList();
        List<?> answer = (List<?>) redis.run(COUNT, keys, arguments);
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            counts.add(new Count(limits.get(i), (Long) answer.get(2 * i), (Long) answer.get(2 * i + 1)));
        }
        return counts;
    }
}
