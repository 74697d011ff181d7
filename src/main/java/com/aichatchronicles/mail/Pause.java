package com.aichatchronicles.mail;

import java.time.Duration;
import java.time.Instant;

/** The time for which an absent mail server is left alone: five seconds, twice as long each time, up to a longest. */
final class Pause {
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private volatile Duration length = Duration.ZERO;
    private volatile Instant end = Instant.MIN;

    boolean isBegun() {
        return !length.isZero();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    /**
     * @param longest how long it is at most
     * @return how long it is
     */
    Duration begin(Instant now, Duration longest) {
        Duration next = length.isZero() ? SHORTEST : length.multipliedBy(2);
        length = next.compareTo(longest) > 0 ? longest : next;
        end = now.plus(length);
        return length;
    }

    void end() {
        length = Duration.ZERO;
        end = Instant.MIN;
    }
}
