package com.aichatchronicles.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects hits, up to a limit: whoever publishes more of them than that is told of enough. */
final class Hits {
    static final int MOST = 10_000;

    /** How many patterns a detector may try on one text: some thousand times what a text has that means no harm. */
    private static final int MOST_ATTEMPTS = 50_000;

    private final List<Hit> all = new ArrayList<>();
    private int attempts;
    private boolean complete = true;

    /** The next detector begins, with attempts of its own. */
    void begin() {
        attempts = 0;
    }

    /** Counts a pattern that is tried. */
    void attempt() {
        attempts++;
    }

    void add(FindingKind kind, String rule, int start, int end) {
        if (all.size() < MOST) {
            all.add(new Hit(kind, rule, start, end));
        }
    }

    /** @return whether a detector has to stop */
    boolean full() {
        boolean full = all.size() >= MOST || attempts >= MOST_ATTEMPTS;
        complete &= !full;
        return full;
    }

    /** @return whether no detector had to stop */
    boolean complete() {
        return complete;
    }

    /** @return the hits in the order of the text; of those that overlap the one that begins first, then the longest */
    List<Hit> inOrder() {
        all.sort(Comparator.comparingInt(Hit::start)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
        List<Hit> apart = new ArrayList<>();
        int end = 0;
        for (Hit hit : all) {
            if (hit.start() >= end) {
                apart.add(hit);
                end = hit.end();
            }
        }
        return apart;
    }
}
