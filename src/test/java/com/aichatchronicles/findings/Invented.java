package com.aichatchronicles.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Secrets and addresses that nobody has, made anew from a seed: no real one stands in a test, nor is any kept in a
 * file.
 */
final class Invented {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALL = LETTERS + DIGITS;

    private final Random random;

    Invented(long seed) {
        random = new Random(seed);
    }

    /**
     * Something that a scan must find.
     *
     * @param rule which rule is to find it
     * @param text the thing itself
     */
    record Secret(String rule, String text) {}

    /** @return one for each rule that knows what it looks for by its form */
    List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(List.of(
                new Secret("aws-access-key-id", "AKIA" + of(16, LETTERS.substring(26) + "234567")),
                new Secret("anthropic-api-key", "sk-ant-api03-" + of(93, ALL) + "AA"),
                new Secret("openai-api-key", "sk-" + of(20, ALL) + "T3BlbkFJ" + of(20, ALL)),
                new Secret("openai-api-key", "sk-proj-" + of(74, ALL) + "T3BlbkFJ" + of(74, ALL)),
                new Secret("github-token", "ghp_" + of(36, ALL)),
                new Secret("github-fine-grained-token", "github_pat_" + of(82, ALL)),
                new Secret("gitlab-token", "glpat-" + of(20, ALL)),
                new Secret("google-api-key", "AIza" + of(35, ALL)),
                new Secret("groq-api-key", "gsk_" + of(52, ALL)),
                new Secret("hugging-face-token", "hf_" + of(34, LETTERS)),
                new Secret("npm-token", "npm_" + of(36, ALL)),
                new Secret("sendgrid-api-key", "SG." + of(22, ALL) + "." + of(43, ALL)),
                new Secret("slack-token", "xoxb-" + of(12, DIGITS) + "-" + of(13, DIGITS) + "-" + of(24, ALL)),
                new Secret("stripe-key", "sk_live_" + of(24, ALL)),
                new Secret("telegram-bot-token", "bot" + of(10, "123456789") + ":" + of(35, ALL))));
        secrets.addAll(composed());
        return secrets;
    }

    private List<Secret> composed() {
        return List.of(
                new Secret("json-web-token", "eyJ" + of(33, ALL) + ".eyJ" + of(120, ALL) + "." + of(43, ALL)),
                new Secret(
                        "private-key",
                        "-----BEGIN RSA PRIVATE KEY-----\n" + of(64, ALL) + "\n" + of(64, ALL)
                                + "\n-----END RSA PRIVATE KEY-----"),
                new Secret(
                        "private-key", "-----BEGIN PRIVATE KEY-----\\n" + of(64, ALL) + "\\n-----END PRIVATE KEY-----"),
                new Secret("card-number", card("4")),
                new Secret("card-number", card("53").replaceAll("(\\d{4})(?=\\d)", "$1 ")),
                new Secret("email-address", of(8, LOWER) + "." + of(6, LOWER) + "@" + of(9, LOWER) + ".com"),
                new Secret("phone-number", "+49 30 2" + of(3, "2345") + of(4, DIGITS)),
                new Secret("phone-number", "+1 415 6" + of(2, "234567") + " " + of(4, DIGITS)),
                new Secret("phone-number", "(415) 6" + of(2, "234567") + "-" + of(4, DIGITS)));
    }

    /** @return sixteen digits that begin so and end with the right check digit */
    private String card(String beginning) {
        String digits = beginning + of(15 - beginning.length(), DIGITS);
        for (char check = '0'; check <= '9'; check++) {
            if (CardDetector.isCard(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException("No check digit fits " + digits);
    }

    /** @return so many characters out of these, at random */
    String of(int length, String characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
