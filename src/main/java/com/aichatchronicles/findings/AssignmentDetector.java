package com.aichatchronicles.findings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    private static final List<String> NAMES = List.of("key", "secret", "token", "passw");

    private final Pairs pairs = new Pairs();

    AssignmentDetector() {
        for (String name : NAMES) {
            for (String first :
                    List.of(name.substring(0, 1), name.substring(0, 1).toUpperCase(Locale.ROOT))) {
                pairs.add(first + name.charAt(1));
                pairs.add(first + Character.toUpperCase(name.charAt(1)));
            }
        }
    }

    @Override
    public int next(String text, int from) {
        int i = pairs.next(text, from);
        while (i >= 0 && !(named(text, i) && assigned(text, i))) {
            i = pairs.next(text, i + 1);
        }
        return i;
    }

    @Override
    public int detectAt(String text, int start, Hits hits) {
        Matcher matcher = ASSIGNMENT.matcher(hits.piece(text, start, LONGEST));
        if (matcher.lookingAt()) {
            hits.work(matcher.end(1) - matcher.start(1));
            if (looksRandom(matcher.group(1))) {
                hits.add(FindingKind.API_KEY, "assigned-secret", start + matcher.start(1), start + matcher.end(1));
            }
        }
        return start + 1;
    }

    private static boolean named(String text, int start) {
        for (String name : NAMES) {
            if (text.regionMatches(true, start, name, 0, name.length())) {
                return true;
            }
        }
        return false;
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
