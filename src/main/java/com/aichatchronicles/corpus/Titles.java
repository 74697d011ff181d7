package com.aichatchronicles.corpus;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds a title for each conversation of one corpus: the one it has, or the words it opens with, or both where the
 * title is shared by many ("MINT humaneval") or was seen before.
 */
final class Titles {
    private static final int SHORTEST = 5;
    private static final int TELLING = 20;
    private static final int LONGEST = 200;
    private static final int LONGEST_OPENING = 100;

    private final Set<String> seen = new HashSet<>();

    String titleOf(Transcript transcript, boolean shared) {
        Opening given = Opening.of(transcript.title() == null ? "" : transcript.title());
        if (isDateOrEmpty(given)) {
            return atLeastShortest(opening(transcript, SHORTEST));
        }
        boolean known = !seen.add(transcript.source() + '\n' + given.words());
        if (shared || known) {
            return atLeastShortest(given.upTo(LONGEST - LONGEST_OPENING - 2) + ": " + opening(transcript, TELLING));
        }
        return atLeastShortest(given.upTo(LONGEST));
    }

    private static String opening(Transcript transcript, int atLeast) {
        return Opening.of(transcript.messages(), atLeast).upTo(LONGEST_OPENING);
    }

    /** Recorders name a session by its moment, such as {@code 2025-01-02 14:27:50Z}, until somebody finds a title. */
    private static boolean isDateOrEmpty(Opening given) {
        return given.words().matches("[-\\d\\s:.TZ]*");
    }

    private static String atLeastShortest(String title) {
        return title.length() < SHORTEST ? "Conversation: " + title : title;
    }
}
