package com.aichatchronicles.conversations;

import java.util.List;

/**
 * Looks for the hits that make the best passage: those with the most lexemes, of these the ones with most hits, of
 * these the earliest. It moves over the hits of a text once, and holds as many as fit into a passage.
 */
final class HitWindow {
    private final List<Hit> hits;
    private final int[] held;
    private int first;
    private int different;
    private List<Hit> best = List.of();
    private int bestDifferent = -1;

    private HitWindow(List<Hit> hits, int lexemes) {
        this.hits = hits;
        this.held = new int[lexemes];
    }

    /**
     * @param hits of a text
     * @param lexemes how many the query has
     * @param other a passage to be kept clear of, whose lexemes count no longer, or null
     * @return those of the best passage; none if there are no more
     */
    static List<Hit> best(List<Hit> hits, int lexemes, Passage other) {
        HitWindow window = new HitWindow(hits, lexemes);
        if (other != null) {
            other.hits().forEach(hit -> window.held[hit.lexeme()]++);
        }
        for (int last = 0; last < hits.size(); last++) {
            if (other != null && other.touches(hits.get(last))) {
                window.leave(last);
            } else {
                window.take(last);
            }
        }
        return window.best;
    }

    private void take(int last) {
        Hit hit = hits.get(last);
        if (held[hit.lexeme()]++ == 0) {
            different++;
        }
        while (!Passage.fits(hits.get(first), hit)) {
            drop();
        }
        int count = last + 1 - first;
        if (different > bestDifferent || different == bestDifferent && count > best.size()) {
            best = hits.subList(first, last + 1);
            bestDifferent = different;
        }
    }

    private void leave(int taken) {
        while (first < taken) {
            drop();
        }
        first = taken + 1;
    }

    private void drop() {
        if (--held[hits.get(first++).lexeme()] == 0) {
            different--;
        }
    }
}
