package com.aichatchronicles.findings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds tokens by how they begin. Only where one of the beginnings stands does a pattern run, and only on the few thousand
 * characters behind it.
 */
final class TokenDetector implements Detector {
    private static final int ASCII = 128;

    private record Beginning(String text, TokenRule rule) {}

    private final List<List<Beginning>> byFirstCharacter = new ArrayList<>();

    TokenDetector() {
        for (int i = 0; i < ASCII; i++) {
            byFirstCharacter.add(new ArrayList<>());
        }
        for (TokenRule rule : read()) {
            for (String beginning : rule.beginnings()) {
                byFirstCharacter.get(beginning.charAt(0)).add(new Beginning(beginning, rule));
            }
        }
    }

    private static List<TokenRule> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TokenDetector.class.getResourceAsStream("secret-patterns.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(TokenRule::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The patterns can't be read", e);
        }
    }

    @Override
    public void detect(String text, Hits hits) {
        for (int i = 0; i < text.length() && !hits.full(); i++) {
            char c = text.charAt(i);
            if (c < ASCII) {
                detectAt(text, i, byFirstCharacter.get(c), hits);
            }
        }
    }

    private static void detectAt(String text, int start, List<Beginning> beginnings, Hits hits) {
        for (Beginning beginning : beginnings) {
            if (text.startsWith(beginning.text(), start) && beginning.rule().mayBegin(text, start)) {
                int end = beginning.rule().end(text, start, hits);
                if (end > start) {
                    hits.add(beginning.rule().kind(), beginning.rule().name(), start, end);
                }
            }
        }
    }
}
