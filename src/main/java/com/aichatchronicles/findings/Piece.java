package com.aichatchronicles.findings;

/**
 * A few characters of a text for a pattern to be tried on, which counts each that the pattern looks at.
 *
 * @param text the whole
 * @param start where the piece begins
 * @param end where it ends
 * @param hits who is told of the work
 */
record Piece(String text, int start, int end, Hits hits) implements CharSequence {
    @Override
    public int length() {
        return end - start;
    }

    @Override
    public char charAt(int index) {
        hits.work(1);
        return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.substring(start + from, start + to);
    }

    @Override
    public String toString() {
        return text.substring(start, end);
    }
}
