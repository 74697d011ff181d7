package com.aichatchronicles.corpus;

import java.text.BreakIterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first words of a conversation, on one line.
 *
 * @param words without line breaks, fences of code blocks and repeated spaces
 */
record Opening(String words) {
    private static final Pattern FENCE = Pattern.compile("`{3,}\\w*");
    private static final int ENOUGH = 2000;
    private static final int SEARCHED_FOR_SPACE = 40;

    static Opening of(String text) {
        String start = text.length() > ENOUGH ? text.substring(0, text.offsetByCodePoints(0, ENOUGH / 2)) : text;
        return new Opening(
                onOneLine(start.contains("```") ? FENCE.matcher(start).replaceAll(" ") : start));
    }

    /** Does by hand what a regular expression does ten times slower, for every line of a corpus. */
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = !line.isEmpty();
                continue;
            }
            line.append(space ? " " : "").append(c);
            space = false;
        }
        return line.toString();
    }

    /** Returns what the user says first, and for as long as that is shorter than asked for, what follows. */
    static Opening of(List<Message> messages, int atLeast) {
        List<Message> plain =
                messages.stream().filter(message -> message.kind() == null).toList();
        int first = 0;
        while (first < plain.size() && !plain.get(first).isFromUser()) {
            first++;
        }
        List<Message> said = first < plain.size() ? plain.subList(first, plain.size()) : messages;
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < said.size() && words.length() < atLeast; i++) {
            words.append(i == 0 ? "" : " – ").append(of(said.get(i).content()).words);
        }
        return new Opening(words.toString());
    }

    /** Returns the words, cut between two of them and marked with an ellipsis where they are longer than the limit. */
    String upTo(int limit) {
        if (words.length() <= limit) {
            return words;
        }
        int space = words.lastIndexOf(' ', limit - 1);
        int end = space > limit - SEARCHED_FOR_SPACE ? space : boundaryBefore(limit - 1);
        return words.substring(0, end).stripTrailing() + "…";
    }

    private int boundaryBefore(int limit) {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(words);
        int boundary = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        boolean insidePair = Character.isLowSurrogate(words.charAt(boundary))
                && boundary > 0
                && Character.isHighSurrogate(words.charAt(boundary - 1));
        return insidePair ? boundary - 1 : boundary;
    }
}
