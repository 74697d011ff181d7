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
 * Counts in the memory of this server, while Redis is away or where there is none. Knows what Redis has said last, so
 * that nobody starts afresh when Redis goes. Bounded: each policy has its own windows, and a flood of callers under one
 * does not push out those of another.
 */
@ApplicationScoped
public class LocalLimiter {
    private static final int MOST_CALLERS = 50_000;

    /** In milliseconds: two servers and Redis see the end of a window that far apart at most. */
    private static final long SLACK = 1000;

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
     * Takes over what Redis has counted, for the time when it is away. A Redis that opens a new window too early has
     * lost the old one: then this server still knows what was used of it.
     *
     * @return the count of Redis and what only this server knows of: what it has counted alone, what Redis has lost
     */
    Count remember(Count count) {
        long now = now();
        long end = now + count.millisecondsLeft();
        Window told = new Window(count.used(), end, 0, end);
        Window window = windowsOf(count.limit())
                .merge(
                        count.limit().caller(),
                        told,
                        (known, fresh) -> known.isOver(now) ? fresh : known.and(fresh, now));
        return new Count(count.limit(), count.used() + window.alone, count.millisecondsLeft());
    }

    private Count count(Limit limit) {
        long now = now();
        Window window = windowsOf(limit)
                .compute(
                        limit.caller(),
                        (caller, open) -> open == null || open.isOver(now)
                                ? Window.alone(now + limit.quota().milliseconds())
                                : open.oneMore());
        return new Count(limit, window.shared + window.alone, window.end - now);
    }

    /** In milliseconds; {@code Clock.millis()} can't be asked of a clock that ticks in microseconds (JDK 17). */
    private long now() {
        return clock.instant().toEpochMilli();
    }

    private Map<String, Window> windowsOf(Limit limit) {
        return windows.get(limit.policy()).asMap();
    }

    /** What Redis has said and when that is void, what only this server knows of and when all is void. */
    private record Window(long shared, long sharedEnd, long alone, long end) {
        static Window alone(long end) {
            return new Window(0, end, 1, end);
        }

        Window oneMore() {
            return new Window(shared, sharedEnd, alone + 1, end);
        }

        Window and(Window told, long now) {
            boolean lost = told.sharedEnd > sharedEnd + SLACK && now + SLACK < end;
            return lost
                    ? new Window(told.shared, told.sharedEnd, alone + shared, end)
                    : new Window(Math.max(shared, told.shared), sharedEnd, alone, end);
        }

        boolean isOver(long now) {
            return now >= end;
        }
    }
}
