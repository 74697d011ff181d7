package com.aichatchronicles.conversations;

/** What is made from the content where the author gave nothing. */
final class Digest {
    static final int LONGEST_EXCERPT = 300;
    private static final int WORDS_A_MINUTE = 200;
    private static final int LONGEST_MINUTES = 60;
    private static final int LOOKED_AT = 2000;

    private Digest() {}

    /**
     * @param content the whole text
     * @return its beginning on one line without Markdown's signs, 300 characters at most, cut between words
     */
    static String excerpt(String content) {
        String start = content.length() > LOOKED_AT ? content.substring(0, whole(content, LOOKED_AT)) : content;
        String plain =
                start.replaceAll("[#*_`>|~]+", " ").replaceAll("\\s+", " ").strip();
        if (plain.length() <= LONGEST_EXCERPT) {
            return plain;
        }
        int end = plain.lastIndexOf(' ', LONGEST_EXCERPT - 1);
        int cut = end > LONGEST_EXCERPT / 2 ? end : LONGEST_EXCERPT - 1;
        return plain.substring(0, whole(plain, cut)) + '…';
    }

    /**
     * @param content the whole text
     * @return minutes to read it at 200 words each, 1 to 60; a Chinese or Japanese character counts as half a word
     */
    static int minutes(String content) {
        int words = 0;
        int ideographs = 0;
        boolean inWord = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean ideograph = c >= '\u3040' && c <= '\u9fff';
            ideographs += ideograph ? 1 : 0;
            boolean letter = !ideograph && !Character.isWhitespace(c);
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        int minutes = (words + ideographs / 2 + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
        return Math.max(1, Math.min(LONGEST_MINUTES, minutes));
    }

    /** @return the place to cut, one earlier where it would halve a surrogate pair */
    private static int whole(String text, int cut) {
        return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
    }
}
