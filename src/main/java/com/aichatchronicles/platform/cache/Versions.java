package com.aichatchronicles.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * What this server knows of the versions of all slots. Redis holds the truth; each change of it makes the version here
 * unknown, until it is read again.
 *
 * <p>An answer may be kept only under versions that were known before it began to be made: one that is read later may
 * already stand for a write which the answer does not show. So everything that happens here takes a number, and
 * {@link #mark} tells the last one.
 */
@ApplicationScoped
public class Versions {
    private static final long UNKNOWN = 0;

    /**
     * @param stamp the version, or {@link #UNKNOWN}
     * @param unsettledUntil as {@link System#nanoTime}; before it, a write is between its announcement and its commit
     * @param number when this was learned or lost
     */
    private record State(long stamp, long unsettledUntil, long number) {
        boolean isSettled() {
            return unsettledUntil == 0 || System.nanoTime() - unsettledUntil > 0;
        }

        boolean isWorthAsking() {
            return stamp == UNKNOWN || unsettledUntil != 0 && isSettled();
        }
    }

    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicReferenceArray<State> states = new AtomicReferenceArray<>(Tag.SLOTS);

    /** Knows nothing at first. */
    public Versions() {
        for (int slot = 0; slot < Tag.SLOTS; slot++) {
            states.set(slot, new State(UNKNOWN, 0, 0));
        }
    }

    /** @return a number that no later event has or is below */
    long mark() {
        return numbers.get();
    }

    /** @return how many changes this server has heard of */
    long changes() {
        return changes.get();
    }

    /** A slot changes, or is about to. */
    void forget(int slot) {
        changes.incrementAndGet();
        states.set(slot, new State(UNKNOWN, 0, numbers.incrementAndGet()));
    }

    /** Any slot may have changed. */
    void forgetAll() {
        for (int slot = 0; slot < Tag.SLOTS; slot++) {
            forget(slot);
        }
    }

    /** @return a token for {@link #learn}, to be taken before Redis is asked */
    Object question(int slot) {
        return states.get(slot);
    }

    /**
     * Takes what Redis answered, unless the slot has changed since the question.
     *
     * @param question what {@link #question} gave
     * @param stamp the version
     * @param unsettled nanoseconds for which a write may still be on its way, 0 for none
     */
    void learn(int slot, Object question, long stamp, long unsettled) {
        State known = (State) question;
        if (known.stamp() == stamp && known.unsettledUntil() == 0 && unsettled == 0) {
            return; // and was so all the time: answers that are being made may be kept under it
        }
        long until = unsettled == 0 ? 0 : Math.max(1, System.nanoTime() + unsettled);
        states.compareAndSet(slot, known, new State(stamp, until, numbers.incrementAndGet()));
    }

    /** @return those of these slots about which Redis may tell something new */
    int[] lacking(int[] slots) {
        return IntStream.of(slots)
                .filter(slot -> states.get(slot).isWorthAsking())
                .toArray();
    }

    /** @return whether nothing has changed since, as far as this server knows */
    boolean areCurrent(Stamps stamps) {
        for (int i = 0; i < stamps.slots().length; i++) {
            State state = states.get(stamps.slots()[i]);
            if (state.stamp() != stamps.values()[i] || !state.isSettled()) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param mark taken before an answer began to be made
     * @param slots what it is made of
     * @return the versions it may be kept under; empty if one was not known and settled at the mark and ever since
     */
    Optional<Stamps> since(long mark, int[] slots) {
        long[] values = new long[slots.length];
        for (int i = 0; i < slots.length; i++) {
            State state = states.get(slots[i]);
            if (state.stamp() == UNKNOWN || state.unsettledUntil() != 0 || state.number() > mark) {
                return Optional.empty();
            }
            values[i] = state.stamp();
        }
        return Optional.of(new Stamps(slots, values));
    }
}
