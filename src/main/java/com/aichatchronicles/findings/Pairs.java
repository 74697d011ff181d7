package com.aichatchronicles.findings;

/**
 * The first two characters of what a detector looks for. At nearly every place of a text they tell that nothing begins
 * there, for one look into a table; comparing the text with all that might begin there takes five times as long.
 */
final class Pairs {
    private static final int ASCII = 128;

    private final boolean[] known = new boolean[ASCII * ASCII];

    /** @param beginning two ASCII characters or more, the first two of which are looked for from now on */
    void add(String beginning) {
        known[of(beginning, 0)] = true;
    }

    /** @return the next place in the text where one of the pairs stands, -1 for nowhere */
    int next(String text, int from) {
        for (int i = from; i < text.length() - 1; i++) {
            if (known[of(text, i)]) {
                return i;
            }
        }
        return -1;
    }

    /** @return the two characters there as one number; that of two NULs, which begin nothing, unless both are ASCII */
    static int of(String text, int start) {
        char first = text.charAt(start);
        char second = text.charAt(start + 1);
        return (first | second) < ASCII ? first * ASCII + second : 0;
    }
}
