package com.aichatchronicles.findings;

/** Finds one sort of thing: passes over the text once, and tries patterns for no more work than the hits allow. */
interface Detector {
    /** Looks through the whole text until the hits are full, and tells them of the work that its patterns make. */
    default void detect(String text, Hits hits) {
        int i = next(text, 0);
        while (i >= 0 && !hits.full()) {
            i = next(text, detectAt(text, i, hits));
        }
    }

    /** @return where the thing may be next, as far as that shows at little cost, -1 for nowhere */
    int next(String text, int from);

    /**
     * Looks whether the thing is there, and adds it to the hits.
     *
     * @return from where on to look for the next one, which is behind this place
     */
    int detectAt(String text, int place, Hits hits);
}
