package com.aichatchronicles.mail;

import java.time.Duration;
import java.time.Instant;

/** The time for which an absent mail server is left alone: five seconds, twice as long each time, a minute at most. */
final class Pause {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private volatile Duration length = Duration.ZERO;
    private volatile Instant end = Instant.MIN;

    boolean isBegun() {
        return !length.isZero();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    /** @return how long it is */
    Duration begin(Instant now) {
        Duration next = length.isZero() ? SHORTEST : length.multipliedBy(2);
        length = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        end = now.plus(length);
        return length;
    }

    void end() {
        length = Duration.ZERO;
        end = Instant.MIN;
    }
}
