package com.aichatchronicles.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A mail as it goes over the wire: plain text with an HTML alternative. Nothing that a person entered can add a header
 * or a recipient: an address is taken only as one whole address, and names and subjects are encoded, without line
 * breaks.
 */
final class OutgoingMessage extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private OutgoingMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * @param id makes the {@code Message-ID}
     * @param from the sender
     * @param letter to whom, and about what
     * @param texts its body
     * @return the message
     * @throws AddressException if the recipient's is not exactly one address
     */
    static OutgoingMessage of(Session session, UUID id, InternetAddress from, Letter letter, MailTexts texts)
            throws MessagingException {
        String host = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        OutgoingMessage message = new OutgoingMessage(session, '<' + id.toString() + '@' + host + '>');
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, recipient(letter));
        message.setSubject(oneLine(letter.subject()), UTF_8);
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notices, please
        message.setContent(alternatives(texts));
        message.saveChanges();
        return message;
    }

    /** Jakarta Mail would make a new one at each attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress recipient(Letter letter) throws MessagingException {
        String address = ascii(letter.address());
        InternetAddress recipient = new InternetAddress(address, true);
        if (!address.equals(recipient.getAddress()) || recipient.isGroup()) {
            throw new AddressException("More than one plain address");
        }
        try {
            if (letter.name() != null) {
                recipient.setPersonal(oneLine(letter.name()), UTF_8);
            }
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
        return recipient;
    }

    /** With its domain as the domain name system has it (RFC 5891). */
    private static String ascii(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException e) {
            throw new AddressException("A domain that can't be");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static MimeMultipart alternatives(MailTexts texts) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(texts.plain(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(texts.html(), UTF_8, "html");
        return new MimeMultipart("alternative", plain, html);
    }
}
