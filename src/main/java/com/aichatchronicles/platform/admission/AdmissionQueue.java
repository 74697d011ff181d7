package com.aichatchronicles.platform.admission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who is served and who waits, first come, first served.
 *
 * @param <T> what stands for one who waits
 */
final class AdmissionQueue<T> {
    /** What becomes of somebody who comes. */
    enum Entry {
        /** Is served at once, and has to {@link #leave}. */
        ADMITTED,
        /** Waits for one who leaves. */
        WAITING,
        /** Too many wait already. */
        FULL
    }

    private final int mostServed;
    private final int mostWaiting;
    private final Deque<T> waiting = new ArrayDeque<>();
    private int served;

    /**
     * @param mostServed how many are served at once
     * @param mostWaiting how many may wait
     */
    AdmissionQueue(int mostServed, int mostWaiting) {
        this.mostServed = mostServed;
        this.mostWaiting = mostWaiting;
    }

    /** @param ticket makes what stands for the caller; asked only if they wait */
    synchronized Entry enter(Supplier<T> ticket) {
        if (served < mostServed) {
            served++;
            return Entry.ADMITTED;
        }
        if (waiting.size() >= mostWaiting) {
            return Entry.FULL;
        }
        waiting.add(ticket.get());
        return Entry.WAITING;
    }

    /** @return who takes the place, and has to leave in turn; empty if nobody waits */
    synchronized Optional<T> leave() {
        Optional<T> next = Optional.ofNullable(waiting.poll());
        if (next.isEmpty()) {
            served--;
        }
        return next;
    }

    /** @return the one who came first, if they have waited for too long; they wait no longer */
    synchronized Optional<T> dismiss(Predicate<T> isLate) {
        Optional<T> first = Optional.ofNullable(waiting.peek()).filter(isLate);
        if (first.isPresent()) {
            waiting.remove();
        }
        return first;
    }
}
