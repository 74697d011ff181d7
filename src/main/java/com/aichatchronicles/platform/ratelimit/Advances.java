package com.aichatchronicles.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls that this server has counted in Redis ahead of time. A caller who is far from a limit is counted for a
 * thousandth of what is left at once, {@value #MOST_CALLS} calls at most, and the calls that follow need not ask. Below
 * a thousand calls left, which is where every default lies, each call is counted for itself; so a limit is exact, and
 * what a server takes with it into a stop is never more than that thousandth.
 */
@ApplicationScoped
public class Advances {
    static final int MOST_CALLS = 100;
    private static final int SHARE = 1000;
    private static final int MOST_CALLERS = 10_000;
    private static final int PATIENCE_MILLISECONDS = 1000;

    @Inject
    Clock clock;

    private final Cache<Limit, Advance> held =
            Caffeine.newBuilder().maximumSize(MOST_CALLERS).build();

    /** @return where the caller stands with this call, empty where it has to be counted in Redis */
    Optional<Count> take(Limit limit) {
        Advance advance = held.getIfPresent(limit);
        return advance == null ? Optional.empty() : advance.next(limit, now());
    }

    /**
     * @return how many calls to count at once: one, unless the caller was far from the limit and no other thread is
     *     asking for more now
     */
    int size(Limit limit) {
        Advance advance = held.getIfPresent(limit);
        if (advance == null || !advance.isToRenew(now())) {
            return 1;
        }
        return (int) Math.max(1, Math.min(MOST_CALLS, advance.left / SHARE));
    }

    /**
     * Takes note of what Redis has counted.
     *
     * @param count with all calls that were counted
     * @param calls how many these were
     * @return where the caller stands with the first of them
     */
    Count put(Count count, int calls) {
        long first = count.used() - calls + 1;
        long end = now() + count.millisecondsLeft();
        if (count.remaining() >= 2 * SHARE) {
            Advance known = held.getIfPresent(count.limit());
            if (calls > 1 || known == null || known.end <= now()) {
                held.put(count.limit(), new Advance(first, calls - 1, count.remaining(), end));
            }
        } else {
            held.invalidate(count.limit());
        }
        return new Count(count.limit(), first, count.millisecondsLeft());
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }

    /** What is still to be handed out, until its window ends. */
    private static final class Advance {
        private final long first;
        private final int calls;
        private final long left;
        private final long end;
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicLong asked = new AtomicLong();

        Advance(long first, int calls, long left, long end) {
            this.first = first;
            this.calls = calls;
            this.left = left;
            this.end = end;
        }

        /** One at a time asks for more; who has not come back after a while never will. */
        boolean isToRenew(long now) {
            long before = asked.get();
            return now - before > PATIENCE_MILLISECONDS && asked.compareAndSet(before, now);
        }

        Optional<Count> next(Limit limit, long now) {
            if (now >= end || taken.get() >= calls) {
                return Optional.empty();
            }
            int number = taken.incrementAndGet();
            return number > calls ? Optional.empty() : Optional.of(new Count(limit, first + number, end - now));
        }
    }
}
