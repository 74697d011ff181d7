package com.aichatchronicles.conversations;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody searches for.
 *
 * @param text as entered, at most 200 characters
 */
public record SearchTerm(String text) {
    static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;
    private static final Pattern IDEOGRAPHS =
            Pattern.compile("[\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\u2010-\\u206f\\u3000-\\u303f\\uff00-\\uff0f]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * @return the term for {@code websearch_to_tsquery}. The index holds each Chinese or Japanese character as a word,
     *     so a run of them becomes a phrase; in a term with quotes the runs stand in the caller's own phrases
     */
    String webSearch() {
        boolean quoted = text.indexOf('"') >= 0;
        return IDEOGRAPHS.matcher(PUNCTUATION.matcher(text).replaceAll(" ")).replaceAll(run -> {
            String apart = String.join(" ", run.group().split(""));
            return quoted ? ' ' + apart + ' ' : " \"" + apart + "\" ";
        });
    }

    /** @return the words to look for by their beginnings, at most eight */
    List<String> words() {
        return Pattern.compile(" ")
                .splitAsStream(NO_WORD.matcher(IDEOGRAPHS
                                .matcher(text)
                                .replaceAll(run -> String.join(" ", run.group().split(""))))
                        .replaceAll(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
