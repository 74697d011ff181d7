package com.aichatchronicles.findings;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scan of one text found.
 *
 * @param text that was scanned
 * @param hits in the order of the text, apart from each other
 * @param complete whether the whole text was looked at
 */
public record Scan(String text, List<Hit> hits, boolean complete) {
    private static final int SHOWN_BEGINNING = 4;
    private static final int LONG = 16;
    private static final int LONGEST_SAMPLE = 20;

    /** @return whether nothing was found */
    public boolean isClean() {
        return hits.isEmpty();
    }

    /**
     * @param field the member that holds the text
     * @param most how many to tell of
     * @return what was found, in the order of the text
     */
    public List<Finding> findings(String field, int most) {
        List<Finding> findings = new ArrayList<>();
        int line = 1;
        int seen = 0;
        for (Hit hit : hits.subList(0, Math.min(most, hits.size()))) {
            for (; seen < hit.start(); seen++) {
                line += text.charAt(seen) == '\n' ? 1 : 0;
            }
            int length = hit.end() - hit.start();
            findings.add(new Finding(field, hit.kind().text(), hit.rule(), line, hit.start(), length, sample(hit)));
        }
        return findings;
    }

    /** @return the text with each finding replaced by its masked form */
    public String masked() {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (Hit hit : hits) {
            masked.append(text, from, hit.start()).append(sample(hit));
            from = hit.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    /** Shows how a token begins, which only tells whose it is, and how a card number ends, as receipts do. */
    private String sample(Hit hit) {
        int length = hit.end() - hit.start();
        String stars = "*"
                .repeat(
                        Math.min(LONGEST_SAMPLE, length) - SHOWN_BEGINNING > 0
                                ? Math.min(LONGEST_SAMPLE, length) - SHOWN_BEGINNING
                                : 1);
        return switch (hit.kind()) {
            case PRIVATE_KEY -> "-----PRIVATE KEY*****";
            case PASSWORD -> "****";
            case CARD_NUMBER -> stars + text.substring(hit.end() - SHOWN_BEGINNING, hit.end());
            case EMAIL -> text.charAt(hit.start()) + "***@***";
            case PHONE -> "***" + text.substring(hit.end() - 2, hit.end());
            case API_KEY, TOKEN ->
                length < LONG ? stars : text.substring(hit.start(), hit.start() + SHOWN_BEGINNING) + stars;
        };
    }
}
