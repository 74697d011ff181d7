package com.aichatchronicles.platform.ratelimit;

/**
 * Where a caller stands in the current window of a limit.
 *
 * @param limit the limit
 * @param used the requests in this window, the current one and refused ones included
 * @param millisecondsLeft until the window ends
 */
record Count(Limit limit, long used, long millisecondsLeft) {
    boolean isExceeded() {
        return used > limit.quota().requests();
    }

    long remaining() {
        return Math.max(0, limit.quota().requests() - used);
    }

    /** @return whole seconds after which the window has ended for sure */
    long secondsLeft() {
        return Math.max(1, (millisecondsLeft + 999) / 1000);
    }
}
