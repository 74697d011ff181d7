package com.aichatchronicles.drills;

/**
 * A request of the traffic and what came of it.
 *
 * @param what for people, as "read" or "sign in"
 * @param server the server's name
 * @param begin when it was sent, in nanoseconds of this program's clock
 * @param end when its answer was there, in the same
 * @param status 0 where no answer came
 * @param retryAfter whether the answer said when to come again
 */
record Call(String what, String server, long begin, long end, int status, boolean retryAfter) {
    boolean isServed() {
        return status != 0 && status < 500;
    }

    /** @return whether the server has said properly that it can't serve now */
    boolean isPutOff() {
        return status == 503 && retryAfter;
    }

    /** @return which of the promises of service it is about */
    String service() {
        return what + " on " + server;
    }
}
