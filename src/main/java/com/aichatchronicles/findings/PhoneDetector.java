package com.aichatchronicles.findings;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Finds phone numbers that could be dialled: in international form, and in the forms of North America. Numbers of other
 * countries in their national form are not told from other numbers.
 */
final class PhoneDetector implements Detector {
    private static final Pattern INTERNATIONAL =
            Pattern.compile("\\A\\+[1-9][0-9]{0,3}(?:[ .\u00A0\u2011-]?\\(?[0-9]{1,5}\\)?){2,6}");
    private static final Pattern NATIONAL =
            Pattern.compile("\\A(?:\\([2-9][0-9]{2}\\)[ \u00A0]?|[2-9][0-9]{2}[-.])[2-9][0-9]{2}[-.][0-9]{4}");
    private static final int LONGEST = 32;
    private static final int PARSING = 200; // takes as long as looking at so many characters

    @Override
    public int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isFirst(text.charAt(i)) && mayBegin(text, i)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int detectAt(String text, int start, Hits hits) {
        boolean international = text.charAt(start) == '+';
        int end = end(text, start, international ? INTERNATIONAL : NATIONAL, hits);
        if (end < 0) {
            return start + 1;
        }
        hits.work(PARSING);
        if (!isDialled(text.substring(start, end), international ? null : "US")) {
            return start + 1;
        }
        hits.add(FindingKind.PHONE, "phone-number", start, end);
        return end;
    }

    private static boolean isFirst(char c) {
        return c == '+' || c == '(' || c >= '2' && c <= '9';
    }

    private static boolean mayBegin(String text, int start) {
        if (start + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(start + 1);
        boolean digit = next >= '0' && next <= '9' && (text.charAt(start) == '+' || isSetApart(text, start));
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        return digit && !Character.isLetterOrDigit(before) && "_.-+/#=)".indexOf(before) < 0;
    }

    /** The three digits of an area are in brackets, or a hyphen or a dot follows them. */
    private static boolean isSetApart(String text, int start) {
        boolean brackets = text.charAt(start) == '(';
        int behind = start + (brackets ? 4 : 3);
        return behind < text.length() && (brackets ? ")" : "-.").indexOf(text.charAt(behind)) >= 0;
    }

    private static int end(String text, int start, Pattern form, Hits hits) {
        Matcher matcher = form.matcher(hits.piece(text, start, LONGEST));
        if (!matcher.lookingAt()) {
            return -1;
        }
        int end = start + matcher.end();
        boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
        return goesOn ? -1 : end;
    }

    private static boolean isDialled(String text, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, region);
            return numbers.isValidNumber(number) && !fictional(number);
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** 555-0100 to 555-0199 are kept free for films and examples. */
    private static boolean fictional(PhoneNumber number) {
        long local = number.getNationalNumber() % 10_000_000;
        return number.getCountryCode() == 1 && local >= 5_550_100 && local <= 5_550_199;
    }
}
