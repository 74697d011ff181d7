package com.aichatchronicles.corpus;

/** Hears how a load goes. Calls come from several threads. */
public interface LoadListener {

    /** A listener for callers who only want the tally. */
    LoadListener NONE = new LoadListener() {};

    /**
     * A batch is in the database for good.
     *
     * @param tally the figures so far
     */
    default void stored(LoadTally tally) {}

    /**
     * A line was skipped because something is wrong with it.
     *
     * @param line its number, from 1
     * @param reason what is wrong
     */
    default void broken(long line, String reason) {}
}
