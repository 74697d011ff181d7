package com.aichatchronicles.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects hits, up to a limit: whoever publishes more of them than that is told of enough. */
final class Hits {
    static final int MOST = 10_000;

    /**
     * How many characters the patterns of a detector may look at in one text, some again and again: more than twice
     * what they do in three megabytes that are full of code, addresses and numbers, and a fraction of a second.
     */
    static final int MOST_WORK = 2_000_000;

    private final List<Hit> all = new ArrayList<>();
    private int work;
    private boolean complete = true;

    /** The next detector begins, with a measure of work of its own. */
    void begin() {
        work = 0;
    }

    /** Counts characters that are looked at, or what takes as long. */
    void work(int characters) {
        work += characters;
    }

    /** @return how many characters this detector has looked at */
    int work() {
        return work;
    }

    /** @return so many characters of a text, or what there are, for a pattern to be tried on: its work counts */
    Piece piece(String text, int start, int longest) {
        return new Piece(text, start, Math.min(text.length(), start + longest), this);
    }

    void add(FindingKind kind, String rule, int start, int end) {
        if (all.size() < MOST) {
            all.add(new Hit(kind, rule, start, end));
        }
    }

    /** @return whether a detector has to stop */
    boolean full() {
        boolean full = all.size() >= MOST || work >= MOST_WORK;
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
