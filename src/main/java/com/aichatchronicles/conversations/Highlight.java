package com.aichatchronicles.conversations;

/**
 * Makes a fragment safe to show. PostgreSQL marks the hits by two characters that no text in the database can bring along
 * (they are removed from the text first); everything else is escaped for HTML before the marks become elements.
 */
final class Highlight {
    /** Begins a hit: a private-use character. */
    static final String START = "\uE000";

    /** Ends a hit. */
    static final String STOP = "\uE001";

    private Highlight() {}

    /** @return whether the fragment has any hit */
    static boolean hits(String fragment) {
        return fragment.contains(START);
    }

    /**
     * @param fragment what ts_headline made
     * @return HTML whose only markup is {@code <mark>}
     */
    static String html(String fragment) {
        return fragment.replace("\u0001", "") // set between ideographs by the search
                .replace("&", "&amp;")
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
