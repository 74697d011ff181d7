package com.aichatchronicles.findings;

/**
 * Finds the numbers of payment cards: 13 to 19 digits that begin and are as long as some issuer's, with a right check
 * digit (Luhn, ISO/IEC 7812-1), together or in groups set apart by single blanks or hyphens, also those that
 * keep a line together.
 */
final class CardDetector implements Detector {
    private static final String SEPARATORS = " -\u00A0\u2011\u202F";
    private static final int MOST_DIGITS = 19;
    private static final int FEWEST_DIGITS = 13;

    @Override
    public int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int detectAt(String text, int start, Hits hits) {
        int digits = 0;
        int end = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
                end = i + 1;
            } else if (SEPARATORS.indexOf(c) < 0 || end != i) {
                break;
            }
        }
        boolean fits = digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
        if (fits && standsAlone(text, start, end) && grouped(text, start, end) && isCard(digits(text, start, end))) {
            hits.add(FindingKind.CARD_NUMBER, "card-number", start, end);
        }
        return end;
    }

    private static String digits(String text, int start, int end) {
        return text.substring(start, end).replaceAll("[^0-9]", "");
    }

    private static boolean standsAlone(String text, int start, int end) {
        boolean before = start == 0 || !joins(text.charAt(start - 1));
        boolean decimals = end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1));
        return before && !decimals && (end == text.length() || !joins(text.charAt(end)) || text.charAt(end) == '.');
    }

    private static boolean joins(char c) {
        return Character.isLetterOrDigit(c) || "_.,-+/#=%&".indexOf(c) >= 0;
    }

    /** Four and more digits a group, but for the last: what people write otherwise is a table or a date. */
    private static boolean grouped(String text, int start, int end) {
        int group = 0;
        for (int i = start; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                group++;
                continue;
            }
            if (group < 4) {
                return false;
            }
            group = 0;
        }
        return true;
    }

    static boolean isCard(String digits) {
        return digits.length() >= FEWEST_DIGITS
                && digits.length() <= MOST_DIGITS
                && hasIssuer(digits)
                && digits.chars().distinct().count() > 1
                && checks(digits);
    }

    private static boolean hasIssuer(String digits) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        return switch (digits.length()) {
            case 14 -> two == 36 || two == 38 || four >= 3000 && four <= 3059;
            case 15 -> two == 34 || two == 37;
            case 16 ->
                digits.charAt(0) == '4'
                        || two >= 51 && two <= 55
                        || four >= 2221 && four <= 2720
                        || four == 6011
                        || two == 65
                        || four >= 3528 && four <= 3589;
            case 13 -> false; // no issuer has given these out for decades, and every EAN code is one
            default -> four >= 6200 && four <= 6299;
        };
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
