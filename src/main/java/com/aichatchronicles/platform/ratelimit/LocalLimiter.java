package com.aichatchronicles.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts in the memory of this server, while Redis is away or where there is none. Knows what Redis has said last, so that
 * nobody starts afresh when Redis goes. Bounded: each policy has its own windows, and a flood of callers under one does
 * not push out those of another.
 */
@ApplicationScoped
public class LocalLimiter {
    private static final int MOST_CALLERS = 50_000;

    @Inject
    Clock clock;

    private final Map<Policy, Cache<String, Window>> windows = new EnumMap<>(Policy.class);

    /** Makes room for each policy. */
    public LocalLimiter() {
        for (Policy policy : Policy.values()) {
            windows.put(policy, Caffeine.newBuilder().maximumSize(MOST_CALLERS).build());
        }
    }

    List<Count> count(List<Limit> limits) {
        return limits.stream().map(this::count).toList();
    }

    /**
     * Takes over what Redis has counted, for the time when it is away.
     *
     * @return the count of Redis and, after such a time, what this server has counted alone in the same window
     */
    Count remember(Count count) {
        long now = now();
        Window told = new Window(count.used(), 0, now + count.millisecondsLeft());
        Window window = windowsOf(count.limit())
                .merge(
                        count.limit().caller(),
                        told,
                        (known, fresh) -> known.isOver(now)
                                ? fresh
                                : new Window(Math.max(known.shared, fresh.shared), known.alone, known.end));
        return new Count(count.limit(), count.used() + window.alone, count.millisecondsLeft());
    }

    private Count count(Limit limit) {
        long now = now();
        Window window = windowsOf(limit)
                .compute(
                        limit.caller(),
                        (caller, open) -> open == null || open.isOver(now)
                                ? new Window(0, 1, now + limit.quota().milliseconds())
                                : new Window(open.shared, open.alone + 1, open.end));
        return new Count(limit, window.shared + window.alone, window.end - now);
    }

    /** In milliseconds; {@code Clock.millis()} can't be asked of a clock that ticks in microseconds (JDK 17). */
    private long now() {
        return clock.instant().toEpochMilli();
    }

    private Map<String, Window> windowsOf(Limit limit) {
        return windows.get(limit.policy()).asMap();
    }

    /** What Redis has said, what was counted here since Redis went, and when both are void. */
    private record Window(long shared, long alone, long end) {
        boolean isOver(long now) {
            return now >= end;
        }
    }
}
