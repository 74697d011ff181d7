package com.aichatchronicles.conversations;

/**
 * Makes a fragment safe to show. Hits are marked by two characters that no text can bring along (they are removed from
 * it first); everything else is escaped for HTML before the marks become elements.
 */
final class Highlight {
    /** Begins a hit: a private-use character. */
    static final String START = "\uE000";

    /** Ends a hit. */
    static final String STOP = "\uE001";

    private Highlight() {}

    /**
     * @param text as it is stored
     * @param longest how many characters of it are wanted at most
     * @return its beginning, without the stars of bold type and without marks
     */
    static String plain(String text, int longest) {
        String beginning = text;
        if (text.length() > longest) {
            boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
            beginning = text.substring(0, splits ? longest - 1 : longest);
        }
        return beginning.replace("**", "").replace(START, "").replace(STOP, "");
    }

    /**
     * @param fragment of a plain text, with marks around its hits
     * @return HTML whose only markup is {@code <mark>}
     */
    static String html(String fragment) {
        return fragment.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace(START, "<mark>")
                .replace(STOP, "</mark>")
                .replace("</mark><mark>", "")
                .strip();
    }
}
