package com.aichatchronicles.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/**
 * A mail server and how to speak to it.
 *
 * @param host its name or address
 * @param port its port; 465 speaks TLS from the first byte
 * @param user whom to sign in as, empty to send without
 * @param password of that user
 * @param from the sender: an address, with or without a name
 * @param tls {@code auto}: STARTTLS where it is offered, which it must be where there is a password to protect;
 *     {@code required}: STARTTLS or nothing; {@code implicit}: TLS from the first byte; {@code off}: none
 * @param timeout for the connection and for each exchange
 */
record SmtpSettings(
        String host, int port, Optional<String> user, String password, String from, String tls, Duration timeout) {
    private static final int IMPLICIT_TLS_PORT = 465; // RFC 8314, section 3.3

    /** @return the mail server of the configuration, which was checked before; empty without {@code SMTP_HOST} */
    static Optional<SmtpSettings> of(Config config) {
        return config.getOptionalValue("SMTP_HOST", String.class)
                .map(host -> new SmtpSettings(
                        host.strip(),
                        Integer.parseInt(config.getValue("SMTP_PORT", String.class)),
                        config.getOptionalValue("SMTP_USER", String.class),
                        config.getOptionalValue("SMTP_PASS", String.class).orElse(null),
                        config.getValue("MAIL_FROM", String.class),
                        config.getValue("SMTP_TLS", String.class),
                        Duration.parse(config.getValue("SMTP_TIMEOUT", String.class))));
    }

    /** @return whether a text is one address that mail can come from */
    static boolean isSender(String text) {
        try {
            return new InternetAddress(text, true).getAddress().contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    /** @return what Jakarta Mail's SMTP provider is told */
    Properties properties() {
        boolean implicit = tls.equals("implicit") || tls.equals("auto") && port == IMPLICIT_TLS_PORT;
        boolean required = tls.equals("required") || tls.equals("auto") && user.isPresent();
        String milliseconds = String.valueOf(timeout.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.connectiontimeout", milliseconds);
        properties.setProperty("mail.smtp.timeout", milliseconds);
        properties.setProperty("mail.smtp.writetimeout", milliseconds);
        properties.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(implicit));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(!implicit && !tls.equals("off")));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(!implicit && required));
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    @Override
    public String toString() {
        return "SmtpSettings[]"; // the password must not reach a log
    }
}
