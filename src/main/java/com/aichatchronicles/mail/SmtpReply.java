package com.aichatchronicles.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failed hand-over means (RFC 5321, section 4.2.1: replies of 4xx pass, those of 5xx stay). */
final class SmtpReply {
    /** Jakarta Mail has no type for a reply, but a message of its exceptions begins with what the mail server said. */
    private static final Pattern REPLY = Pattern.compile("[45]\\d\\d(?:[ -].*)?", Pattern.DOTALL);

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST = 500;
    private static final int MOST = 10;

    private SmtpReply() {}

    /** @return whether the same mail would be refused again */
    static boolean isPermanent(MessagingException failure) {
        return isBadAddress(failure) || replies(failure).anyMatch(reply -> reply.startsWith("5"));
    }

    /** @return whether the connection still stands, so that the next mail can be tried */
    static boolean isAnswered(MessagingException failure) {
        return isBadAddress(failure) || replies(failure).findAny().isPresent();
    }

    /** @return the reply, or the innermost message, for an operator's eyes: it may quote the address */
    static String text(MessagingException failure) {
        String text = replies(failure).findFirst().orElseGet(() -> innermost(failure));
        String line = CONTROLS.matcher(text.strip()).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    private static boolean isBadAddress(MessagingException failure) {
        return chain(failure).anyMatch(AddressException.class::isInstance);
    }

    private static Stream<String> replies(MessagingException failure) {
        return chain(failure)
                .map(Exception::getMessage)
                .filter(Objects::nonNull)
                .filter(message -> REPLY.matcher(message).matches());
    }

    private static String innermost(MessagingException failure) {
        Exception last = chain(failure).reduce(failure, (outer, inner) -> inner);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static Stream<Exception> chain(MessagingException failure) {
        return Stream.<Exception>iterate(
                        failure,
                        Objects::nonNull,
                        cause -> cause instanceof MessagingException outer ? outer.getNextException() : null)
                .limit(MOST);
    }
}
