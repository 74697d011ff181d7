package com.aichatchronicles.conversations;

/** What is made from the content where the author gave nothing. */
final class Digest {
    static final int LONGEST_EXCERPT = 300;
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
     * @param excerpt of a conversation, or null
     * @return whether it only repeats how the content begins: made here, or by the earlier back end, which cut the
     *     content anywhere and added dots
     */
    static boolean isExcerpt(String excerpt, String content) {
        if (excerpt == null || excerpt.isBlank() || excerpt.equals(excerpt(content))) {
            return true;
        }
        return content.startsWith(excerpt.replaceFirst("(?:\\.{3}|…)$", ""));
    }

    /** @return the place to cut, one earlier where it would halve a surrogate pair */
    private static int whole(String text, int cut) {
        return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
    }
}
