package com.aichatchronicles.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** An open connection to the mail server, for one mail after the other. */
final class SmtpConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SmtpConnection.class.getName());

    private final Session session;
    private final Transport transport;
    private final InternetAddress from;

    private SmtpConnection(Session session, Transport transport, InternetAddress from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    /**
     * @param settings where to
     * @return the connection, signed in
     * @throws MessagingException if the mail server can't be reached or lets nobody in
     */
    static SmtpConnection open(SmtpSettings settings) throws MessagingException {
        Session session = Session.getInstance(settings.properties());
        Transport transport = session.getTransport();
        transport.connect(settings.user().orElse(null), settings.password());
        return new SmtpConnection(session, transport, new InternetAddress(settings.from(), true));
    }

    /**
     * Hands a mail over.
     *
     * @param id makes the {@code Message-ID}, the same at each attempt
     * @param letter to whom, and about what
     * @param texts its body
     * @throws MessagingException if the mail server refuses it, or the connection breaks: then nobody knows
     */
    void send(UUID id, Letter letter, MailTexts texts) throws MessagingException {
        MimeMessage message = OutgoingMessage.of(session, id, from, letter, texts);
        transport.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "The mail server did not say goodbye");
        }
    }
}
