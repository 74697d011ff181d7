package com.aichatchronicles.findings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Finds private keys in PEM (RFC 7468), OpenSSH or OpenPGP armour that have a body, be it cut off. */
final class PrivateKeyDetector implements Detector {
    private static final String MARK = "-----BEGIN ";
    private static final Pattern HEAD =
            Pattern.compile("\\A-----BEGIN (?:[A-Z0-9]{1,20} ){0,2}PRIVATE KEY(?: BLOCK)?-----");
    private static final int LONGEST_HEAD = 100;
    private static final int LONGEST = 20_000;
    private static final int SHORTEST_BODY = 40;

    @Override
    public int next(String text, int from) {
        return text.indexOf(MARK, from);
    }

    @Override
    public int detectAt(String text, int start, Hits hits) {
        int end = end(text, start, hits);
        if (end > 0) {
            hits.add(FindingKind.PRIVATE_KEY, "private-key", start, end);
        }
        return Math.max(end, start + MARK.length());
    }

    private static int end(String text, int start, Hits hits) {
        Matcher head = HEAD.matcher(hits.piece(text, start, LONGEST_HEAD));
        if (!head.lookingAt()) {
            return -1;
        }
        int body = start + head.end();
        int limit = Math.min(text.length(), body + LONGEST);
        int characters = 0;
        int i = body;
        while (i < limit && inBody(text.charAt(i))) {
            characters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
            i++;
        }
        if (characters < SHORTEST_BODY) {
            return -1; // speaks of keys, shows none
        }
        int close = text.startsWith("-----END ", i) ? text.indexOf("-----", i + MARK.length()) : -1;
        return close > 0 && close < i + LONGEST_HEAD ? close + 5 : i;
    }

    /** Base64, blanks, line breaks also in the form of a JSON text, and the headers of older forms. */
    private static boolean inBody(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || "+/= \t\r\n\\:,.>".indexOf(c) >= 0;
    }
}
