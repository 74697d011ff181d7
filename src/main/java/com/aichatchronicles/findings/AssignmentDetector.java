package com.aichatchronicles.findings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds keys of unknown make where something called a key, secret or token is set to a text that looks random:
 * {@code API_KEY = "9f8e…"}. The text must have letters and digits, and 3.5 bits of entropy a character.
 */
final class AssignmentDetector implements Detector {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?i)\\A(?:key|secret|token|passwd|password)[\"'`]?\\s{0,3}(?:=>|:=|=|:)\\s{0,3}[\"'`]?"
                    + "([A-Za-z0-9+/_.=-]{20,200})");
    private static final double RANDOM = 3.5;
    private static final int LONGEST = 260;
    private static final int LONGEST_NAME = 13;

    @Override
    public void detect(String text, Hits hits) {
        for (int i = 0; i < text.length() && !hits.full(); i++) {
            if (named(text, i) && assigned(text, i)) {
                detectAt(text, i, hits);
            }
        }
    }

    private static boolean named(String text, int start) {
        return switch (text.charAt(start)) {
            case 'k', 'K' -> text.regionMatches(true, start, "key", 0, 3);
            case 's', 'S' -> text.regionMatches(true, start, "secret", 0, 6);
            case 't', 'T' -> text.regionMatches(true, start, "token", 0, 5);
            case 'p', 'P' -> text.regionMatches(true, start, "passw", 0, 5);
            default -> false;
        };
    }

    /** Few of these words are set to anything; it is cheaper to look than to try the pattern. */
    private static boolean assigned(String text, int start) {
        for (int i = start; i < Math.min(text.length(), start + LONGEST_NAME); i++) {
            char c = text.charAt(i);
            if (c == '=' || c == ':') {
                return true;
            }
        }
        return false;
    }

    private static void detectAt(String text, int start, Hits hits) {
        Matcher matcher = ASSIGNMENT.matcher(hits.piece(text, start, LONGEST));
        if (!matcher.lookingAt()) {
            return;
        }
        hits.work(matcher.end(1) - matcher.start(1));
        if (looksRandom(matcher.group(1))) {
            hits.add(FindingKind.API_KEY, "assigned-secret", start + matcher.start(1), start + matcher.end(1));
        }
    }

    static boolean looksRandom(String value) {
        boolean letters = value.chars().anyMatch(Character::isLetter);
        long digits = value.chars().filter(Character::isDigit).count();
        boolean words = value.contains("://")
                || value.contains("...")
                || value.chars().filter(c -> c == '.').count() > 2;
        return letters && digits >= 3 && !words && entropy(value) >= RANDOM;
    }

    /** @return Shannon's entropy in bits a character */
    private static double entropy(String value) {
        Map<Integer, Integer> counts = new HashMap<>();
        value.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        double entropy = 0;
        for (int count : counts.values()) {
            double share = (double) count / value.length();
            entropy -= share * Math.log(share) / Math.log(2);
        }
        return entropy;
    }
}
