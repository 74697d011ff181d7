package com.aichatchronicles.platform.persistence;

/**
 * Said twice a minute on each server: whoever keeps rows for a time deletes some that nobody needs any more, in a
 * transaction of its own that is short. It is said again at once as long as there are more.
 */
public final class Tidying {
    /** The most rows that one transaction deletes. */
    public static final int BATCH = 1000;

    private boolean more;

    /**
     * Takes note of what an observer has deleted.
     *
     * @param rows how many; {@link #BATCH} if there may be more
     */
    public void deleted(int rows) {
        more |= rows >= BATCH;
    }

    boolean isToGoOn() {
        return more;
    }
}
