package com.aichatchronicles.conversations;

import java.util.Arrays;
import java.util.List;

/**
 * Part of a text, of up to thirty words.
 *
 * @param start its first character
 * @param end the character behind it
 * @param hits in it, in their order
 */
record Passage(int start, int end, List<Hit> hits) {
    private static final int MOST_WORDS = 30;
    private static final int WORDS_OF_BEGINNING = 10;

    /** Characters; what counts where a text has no spaces. */
    private static final int LONGEST = 600;

    /** @return whether one passage can hold both and all between them */
    static boolean fits(Hit first, Hit last) {
        return last.word() - first.word() < MOST_WORDS && last.end() - first.start() <= LONGEST;
    }

    /** @return the whole text */
    static Passage whole(String text, List<Hit> hits) {
        return new Passage(0, text.length(), hits);
    }

    /** @return the beginning of a text that has no hits */
    static Passage beginning(String text) {
        int most = Math.min(text.length(), LONGEST);
        int[] ends = endsAfter(text, 0, WORDS_OF_BEGINNING, most);
        if (ends.length == WORDS_OF_BEGINNING) {
            return new Passage(0, ends[WORDS_OF_BEGINNING - 1], List.of());
        }
        boolean splits = most < text.length() && Character.isHighSurrogate(text.charAt(most - 1));
        return new Passage(0, splits ? most - 1 : most, List.of());
    }

    /**
     * @param text in which the hits lie
     * @param hits that fit into a passage
     * @param other a passage to be kept clear of, or null
     * @return a passage with the hits, and around them as many more words as fit, on either side the same if there are
     */
    static Passage around(String text, List<Hit> hits, Passage other) {
        Hit first = hits.get(0);
        Hit last = hits.get(hits.size() - 1);
        int words = MOST_WORDS - (last.word() - first.word() + 1);
        int margin = (LONGEST - (last.end() - first.start())) / 2;
        boolean behind = other != null && other.end <= first.start();
        int least = Math.max(behind ? other.end : 0, first.start() - margin);
        int most = Math.min(other == null || behind ? text.length() : other.start, last.end() + margin);

        int[] starts = startsBefore(text, first.start(), words, least);
        int[] ends = endsAfter(text, last.end(), words, most);
        int before = Math.min(starts.length, Math.max(words / 2, words - ends.length));
        int after = Math.min(ends.length, words - before);
        return new Passage(
                before == 0 ? first.start() : starts[before - 1], after == 0 ? last.end() : ends[after - 1], hits);
    }

    /** @return whether they have any character in common */
    boolean touches(Hit hit) {
        return hit.start() < end && hit.end() > start;
    }

    /** @return its text, with each hit between marks */
    String marked(String text) {
        StringBuilder marked = new StringBuilder(end - start + 2 * hits.size());
        int done = start;
        for (Hit hit : hits) {
            marked.append(text, done, hit.start()).append(Highlight.START);
            marked.append(text, hit.start(), hit.end()).append(Highlight.STOP);
            done = hit.end();
        }
        return marked.append(text, done, end).toString();
    }

    private static int[] startsBefore(String text, int from, int words, int least) {
        int[] starts = new int[words];
        int found = 0;
        WordScanner scanner = new WordScanner(text, from);
        while (found < words && scanner.previous() && scanner.start() >= least) {
            starts[found++] = scanner.start();
        }
        return Arrays.copyOf(starts, found);
    }

    private static int[] endsAfter(String text, int from, int words, int most) {
        int[] ends = new int[words];
        int found = 0;
        WordScanner scanner = new WordScanner(text, from);
        while (found < words && scanner.next() && scanner.end() <= most) {
            ends[found++] = scanner.end();
        }
        return Arrays.copyOf(ends, found);
    }
}
