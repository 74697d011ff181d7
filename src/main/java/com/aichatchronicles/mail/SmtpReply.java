package com.aichatchronicles.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failed hand-over means (RFC 5321, section 4.2.1: replies of 4xx pass, those of 5xx stay). */
final class SmtpReply {
    /** Jakarta Mail has no type for it, but its messages begin with what the mail server said. */
    private static final Pattern PERMANENT = Pattern.compile("5\\d\\d(?:[ -].*)?", Pattern.DOTALL);

    private static final int LONGEST = 500;
    private static final int MOST = 10;

    private SmtpReply() {}

    /** @return whether the same mail would be refused again */
    static boolean isPermanent(MessagingException failure) {
        Exception cause = failure;
        for (int i = 0; i < MOST && cause != null; i++) {
            if (cause instanceof AddressException
                    || cause.getMessage() != null
                            && PERMANENT.matcher(cause.getMessage()).matches()) {
                return true;
            }
            cause = cause instanceof MessagingException outer ? outer.getNextException() : null;
        }
        return false;
    }

    /** @return whether the mail server said something, so that the connection stands and the next mail can be tried */
    static boolean isAnswered(MessagingException failure) {
        return failure instanceof SendFailedException || failure instanceof AddressException;
    }

    /** @return the innermost message, for an operator's eyes: it may quote the address */
    static String text(MessagingException failure) {
        Exception cause = failure;
        for (int i = 0;
                i < MOST && cause instanceof MessagingException outer && outer.getNextException() != null;
                i++) {
            cause = outer.getNextException();
        }
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        Matcher breaks = Pattern.compile("[\\p{Cntrl}]+").matcher(text.strip());
        String line = breaks.replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
