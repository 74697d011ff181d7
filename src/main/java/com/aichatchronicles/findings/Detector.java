package com.aichatchronicles.findings;

/** Finds one sort of thing, in a time that grows no faster than the text. */
interface Detector {
    /** Looks through the whole text until the hits are full, and tells them of each pattern that it tries. */
    void detect(String text, Hits hits);
}
