package com.aichatchronicles.drills;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what is to come true. */
final class Await {
    private static final int STEP_MILLISECONDS = 10;

    private Await() {}

    /**
     * @param seconds after which it is too late
     * @param what it waits for, for people
     * @return how long it took
     * @throws AssertionError if it takes longer
     */
    static Duration within(int seconds, String what, BooleanSupplier fact) throws InterruptedException {
        long begin = System.nanoTime();
        long limit = TimeUnit.SECONDS.toNanos(seconds);
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - begin > limit) {
                throw new AssertionError("Waited " + seconds + " s for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLISECONDS);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
