package com.aichatchronicles.conversations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the text form of a tsquery, such as {@code 'fox':* & !( 'hen' | 'it''s':A ) <-> 'den'}. PostgreSQL sets each
 * lexeme in quotes and doubles quotes and backslashes in it; a weight or a star may follow behind a colon.
 */
final class QueryLexemes {
    private final String query;
    private final Set<Lexeme> wanted = new LinkedHashSet<>();
    private int next;
    private int depth;

    /** How deep the parentheses were that a negation stands before, 0 outside of any. */
    private int negatedDepth;

    private boolean negated;

    /**
     * What a word of a text must become to be a hit.
     *
     * @param text in lower case, and as the stem if it is an English word
     * @param prefix whether the beginning is enough
     */
    record Lexeme(String text, boolean prefix) {}

    private QueryLexemes(String query) {
        this.query = query;
    }

    /**
     * @param query a tsquery as text
     * @return its lexemes, each once, without those that a text must not have
     */
    static List<Lexeme> of(String query) {
        QueryLexemes reader = new QueryLexemes(query);
        while (reader.next < query.length()) {
            reader.read();
        }
        return List.copyOf(reader.wanted);
    }

    private void read() {
        char c = query.charAt(next++);
        switch (c) {
            case '!' -> negated = true;
            case '(' -> open();
            case ')' -> close();
            case '\'' -> operand();
            default -> {
                // an operator between two operands; nothing depends on it
            }
        }
    }

    private void open() {
        depth++;
        if (negated && negatedDepth == 0) {
            negatedDepth = depth;
        }
        negated = false;
    }

    private void close() {
        if (negatedDepth == depth) {
            negatedDepth = 0;
        }
        depth--;
    }

    private void operand() {
        String text = quoted();
        boolean prefix = false;
        if (next < query.length() && query.charAt(next) == ':') {
            int end = next;
            while (end < query.length() && query.charAt(end) != ' ') {
                prefix |= query.charAt(end++) == '*';
            }
            next = end;
        }
        if (!negated && negatedDepth == 0) {
            wanted.add(new Lexeme(text, prefix));
        }
        negated = false;
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        while (next < query.length()) {
            char c = query.charAt(next++);
            boolean doubled = next < query.length() && query.charAt(next) == c;
            if (c == '\'' && !doubled) {
                break;
            }
            if ((c == '\'' || c == '\\') && doubled) {
                next++;
            }
            text.append(c);
        }
        return text.toString();
    }
}
