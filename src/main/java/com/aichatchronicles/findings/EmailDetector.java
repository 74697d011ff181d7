package com.aichatchronicles.findings;

import java.util.Locale;
import java.util.Set;

/**
 * Finds e-mail addresses, but for those that lead nowhere (RFC 2606, and what people write instead) or to a machine:
 * {@code git@github.com}, and file names that look like one: {@code logo@2x.png}.
 */
final class EmailDetector implements Detector {
    private static final int JUDGING = 10; // takes as long as looking at so many characters
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_HOST = 255;
    private static final Set<String> NOBODY = Set.of("git", "noreply", "no-reply", "hg", "svn");
    private static final Set<String> NOWHERE = Set.of(
            "example",
            "test",
            "invalid",
            "localhost",
            "local",
            "internal",
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "webp",
            "js",
            "css",
            "py",
            "java",
            "html",
            "json",
            "md",
            "txt",
            "com.example");
    private static final Set<String> EXAMPLES = Set.of(
            "example.com",
            "example.org",
            "example.net",
            "company.com",
            "domain.com",
            "email.com",
            "test.com",
            "xxx.com",
            "yourcompany.com",
            "yourdomain.com",
            "yourserver.com");

    @Override
    public int next(String text, int from) {
        return text.indexOf('@', from);
    }

    @Override
    public int detectAt(String text, int at, Hits hits) {
        int start = start(text, at);
        int end = end(text, at);
        hits.work(JUDGING + end - start);
        if (start < at && end > at && isReal(text.substring(start, at), text.substring(at + 1, end))) {
            hits.add(FindingKind.EMAIL, "email-address", start, end);
        }
        return at + 1;
    }

    private static int start(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !isAlphanumeric(text.charAt(start))) {
            start++;
        }
        boolean inAddress = start > 0 && (text.charAt(start - 1) == '/' || text.charAt(start - 1) == ':');
        return inAddress
                        && text.substring(Math.max(0, start - LONGEST_NAME), start)
                                .contains("://")
                ? at
                : start;
    }

    private static int end(String text, int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_HOST && isHost(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !isAlphanumeric(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isReal(String name, String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String last = lower.substring(dot + 1);
        boolean wellFormed = dot > 0
                && isAlphanumeric(host.charAt(0))
                && !lower.contains("..")
                && last.length() >= 2
                && last.chars().allMatch(Character::isLetter)
                && !name.contains("..");
        boolean example = EXAMPLES.contains(lower)
                || EXAMPLES.stream().anyMatch(domain -> lower.endsWith('.' + domain))
                || lower.startsWith("example.")
                || lower.contains(".example.")
                || NOWHERE.contains(last);
        return wellFormed && !example && !NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isName(char c) {
        return isAlphanumeric(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isHost(char c) {
        return isAlphanumeric(c) || c == '.' || c == '-';
    }

    private static boolean isAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
