package com.aichatchronicles.testing;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail as it lies in a mailbox.
 *
 * @param id its {@code Message-ID}
 * @param from the sender, with the name
 * @param to every recipient, with the name
 * @param subject decoded
 * @param plain its plain text
 * @param html its HTML
 */
public record ReceivedMail(String id, String from, List<String> to, String subject, String plain, String html) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    static ReceivedMail of(MimeMessage message) throws MessagingException, IOException {
        MimeMultipart body = (MimeMultipart) message.getContent();
        return new ReceivedMail(
                message.getMessageID(),
                message.getFrom()[0].toString(),
                Stream.of(message.getAllRecipients()).map(Address::toString).toList(),
                message.getSubject(),
                body.getBodyPart(0).getContent().toString(),
                body.getBodyPart(1).getContent().toString());
    }

    /** @return the first link in the plain text */
    public String link() {
        Matcher link = LINK.matcher(plain);
        if (!link.find()) {
            throw new IllegalStateException("There is no link in: " + plain);
        }
        return link.group();
    }

    /** @return the one-time code of the link */
    public String token() {
        return link().replaceFirst(".*\\?token=", "");
    }
}
