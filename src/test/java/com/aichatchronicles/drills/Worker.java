package com.aichatchronicles.drills;

/** Part of the traffic: something that is done again and again. */
interface Worker {
    /**
     * Does it once.
     *
     * @throws NotServedException if a server does not serve: the rest of the round is left out
     */
    void round(Journal journal);

    /** @return milliseconds between two rounds */
    int pause();

    /** Looks, when all is over, whether what was written is what is shown. */
    default void review(Journal journal) {}
}
