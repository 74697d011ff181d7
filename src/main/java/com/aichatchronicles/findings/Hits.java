package com.aichatchronicles.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects hits, up to a limit: whoever publishes more of them than that is told of enough. */
final class Hits {
    static final int MOST = 10_000;

    private final List<Hit> all = new ArrayList<>();

    void add(FindingKind kind, String rule, int start, int end) {
        if (!full()) {
            all.add(new Hit(kind, rule, start, end));
        }
    }

    boolean full() {
        return all.size() >= MOST;
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
