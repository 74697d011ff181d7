package com.aichatchronicles.findings;

/** Finds one sort of thing: passes over the text once, and tries patterns for no more work than the hits allow. */
interface Detector {
    /** Looks through the whole text until the hits are full, and tells them of the work that its patterns make. */
    void detect(String text, Hits hits);
}
