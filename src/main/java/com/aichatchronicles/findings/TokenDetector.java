package com.aichatchronicles.findings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds tokens by how they begin. Only where one of the beginnings stands does a pattern run, and only on the few
 * thousand characters behind it.
 */
final class TokenDetector implements Detector {
    private record Beginning(String text, TokenRule rule) {}

    private final Pairs pairs = new Pairs();
    private final Map<Integer, List<Beginning>> byPair = new HashMap<>();

    TokenDetector() {
        for (TokenRule rule : read()) {
            for (String beginning : rule.beginnings()) {
                pairs.add(beginning);
                byPair.computeIfAbsent(Pairs.of(beginning, 0), pair -> new ArrayList<>())
                        .add(new Beginning(beginning, rule));
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
    public int next(String text, int from) {
        int i = pairs.next(text, from);
        while (i >= 0 && !TokenRule.mayBegin(text, i)) {
            i = pairs.next(text, i + 1);
        }
        return i;
    }

    @Override
    public int detectAt(String text, int start, Hits hits) {
        for (Beginning beginning : byPair.get(Pairs.of(text, start))) {
            if (text.startsWith(beginning.text(), start)) {
                int end = beginning.rule().end(text, start, hits);
                if (end > start) {
                    hits.add(beginning.rule().kind(), beginning.rule().name(), start, end);
                }
            }
        }
        return start + 1;
    }
}
