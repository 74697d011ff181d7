package com.aichatchronicles.findings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Finds passwords in addresses: {@code postgresql://user:password@host}. */
final class PasswordDetector implements Detector {
    private static final Pattern ADDRESS = Pattern.compile("\\A([a-z][a-z0-9+]{1,15})://([^\\s:/@'\"<>]{1,100}):"
            + "([^\\s:/@'\"<>\\[\\]{}$*]{4,200})@([A-Za-z0-9.-]{1,255})");
    private static final Set<String> PLACEHOLDERS = Set.of(
            "pass",
            "passwd",
            "password",
            "pwd",
            "secret",
            "user",
            "username",
            "your_password",
            "yourpassword",
            "mypassword",
            "changeme",
            "example",
            "token",
            "port",
            "test",
            "postgres",
            "root",
            "guest",
            "admin");
    private static final int LONGEST_SCHEME = 16;
    private static final int LONGEST = 700;

    @Override
    public int next(String text, int from) {
        return text.indexOf("://", from);
    }

    @Override
    public int detectAt(String text, int colon, Hits hits) {
        int start = colon;
        while (start > 0 && colon - start < LONGEST_SCHEME && isScheme(text.charAt(start - 1))) {
            start--;
        }
        Matcher matcher = ADDRESS.matcher(hits.piece(text, start, LONGEST));
        boolean real =
                matcher.lookingAt() && !PLACEHOLDERS.contains(matcher.group(3).toLowerCase(Locale.ROOT));
        if (real) {
            hits.add(FindingKind.PASSWORD, "password-in-address", start + matcher.start(3), start + matcher.end(3));
        }
        return colon + 1;
    }

    private static boolean isScheme(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+';
    }
}
