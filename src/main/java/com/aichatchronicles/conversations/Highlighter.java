package com.aichatchronicles.conversations;

import java.util.List;

/**
 * Shows where conversations fit a query. It does what {@code ts_headline} does, on this side of the wire: that took two
 * thirds of what a search cost PostgreSQL. One thread at a time may use it.
 */
final class Highlighter {
    static final int LONGEST_CONTENT = 100_000;
    private static final int LONGEST_TITLE = 1000;
    private static final String BETWEEN = " ... ";

    private final HitFinder finder;

    /** @param query a tsquery as text */
    Highlighter(String query) {
        finder = new HitFinder(QueryLexemes.of(query));
    }

    /**
     * @return HTML: up to two passages of the content that have hits; without one the title if it has hits; else the
     *     beginning of the content
     */
    String html(String title, String content) {
        String text = Highlight.plain(content, LONGEST_CONTENT);
        List<Hit> hits = finder.in(text);
        if (!hits.isEmpty()) {
            return Highlight.html(passages(text, hits));
        }
        String heading = Highlight.plain(title, LONGEST_TITLE);
        List<Hit> inHeading = finder.in(heading);
        return Highlight.html(
                inHeading.isEmpty()
                        ? Passage.beginning(text).marked(text)
                        : Passage.whole(heading, inHeading).marked(heading));
    }

    private String passages(String text, List<Hit> hits) {
        Passage best = Passage.around(text, HitWindow.best(hits, finder.lexemes(), null), null);
        List<Hit> more = HitWindow.best(hits, finder.lexemes(), best);
        if (more.isEmpty()) {
            return best.marked(text);
        }
        Passage other = Passage.around(text, more, best);
        return best.start() < other.start()
                ? best.marked(text) + BETWEEN + other.marked(text)
                : other.marked(text) + BETWEEN + best.marked(text);
    }
}
