package com.aichatchronicles.findings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * A token that is known by how it begins.
 *
 * @param name of the rule
 * @param kind what it finds
 * @param beginnings one of which it begins with
 * @param pattern the whole token
 * @param following what may not follow it
 */
record TokenRule(String name, FindingKind kind, List<String> beginnings, Pattern pattern, Pattern following) {
    private static final int LONGEST = 4000;
    private static final int COLUMNS = 5;

    /** Without an anchor RE2/J would read on to the end of the piece, though nothing can match there. */
    static TokenRule parse(String line) {
        String[] column = line.split("\t", COLUMNS);
        return new TokenRule(
                column[0],
                FindingKind.of(column[1]),
                List.of(column[2].split(" ")),
                Pattern.compile("\\A(?:" + column[3] + ")"),
                Pattern.compile(column[4]));
    }

    /** @return whether a token of any rule may begin here, as far as that shows by what stands before it */
    static boolean mayBegin(String text, int start) {
        return start == 0 || !joins(text.charAt(start - 1));
    }

    /** @return where the token that begins here ends, -1 if there is none; the hits are told of the work */
    int end(String text, int start, Hits hits) {
        Matcher matcher = pattern.matcher(hits.piece(text, start, LONGEST));
        if (!matcher.lookingAt()) {
            return -1;
        }
        int end = start + matcher.end();
        boolean goesOn = end < text.length() && following.matches(text.substring(end, end + 1));
        return goesOn ? -1 : end;
    }

    private static boolean joins(char before) {
        return Character.isLetterOrDigit(before) || before == '_';
    }
}
