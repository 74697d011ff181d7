package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing a person entered becomes a header or a recipient. */
class OutgoingMessageTest {
    private static final UUID ID = UUID.fromString("0192f1c4-6d2e-7a41-9c03-5b8e7f1d2a60");
    private static final Session SESSION = Session.getInstance(new Properties());

    @Test
    void aMessageHasBothTextsAndAnIdOfItsOwn() throws Exception {
        MimeMessage message = received("ada@example.org", "Ada", "Hello");

        assertThat(message.getMessageID()).isEqualTo("<" + ID + "@example.com>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("To")).containsExactly("Ada <ada@example.org>");
        assertThat(message.getHeader("From")).containsExactly("AI Chat Chronicles <no-reply@example.com>");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(bytes(message)).contains("text/plain; charset=UTF-8", "text/html; charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\r\nBcc: victim@example.org",
                "Ada\nBcc: victim@example.org",
                "Ada\u2028Bcc: victim@example.org",
                "Ada\" <victim@example.org>, \"",
                "Ada, victim@example.org",
                "Ada\u0000\r\n\r\nA body"
            })
    void aNameAddsNothing(String name) throws Exception {
        MimeMessage message = received("ada@example.org", name, name);

        assertThat(headers(message))
                .containsExactlyInAnyOrder(
                        "Message-ID",
                        "Date",
                        "From",
                        "To",
                        "Subject",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type");
        assertThat(message.getAllRecipients()).hasSize(1);
        InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo("ada@example.org");
        assertThat(to.getPersonal()).startsWith("Ada").doesNotContain("\r", "\n");
        assertThat(message.getSubject()).startsWith("Ada").doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org,victim@example.org",
                "ada@example.org\r\nBcc: victim@example.org",
                "victim@example.org <ada@example.org>",
                "list:victim@example.org;",
                "(comment)ada@example.org",
                "@victim.example:ada@example.org",
                "ada@" + "a.example.org, victim@example.org",
                "<ada@example.org>",
                "ada",
                "ada@.",
                ""
            })
    void whatIsNotOneAddressIsRefused(String address) {
        assertThatThrownBy(() -> message(address, null, "Hello")).isInstanceOf(AddressException.class);
    }

    @Test
    void otherScriptsSurvive() throws Exception {
        MimeMessage message = received("ada@bücher.example", "Ада Лавлейс", "Grüße ✓");

        InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo("ada@xn--bcher-kva.example");
        assertThat(to.getPersonal()).isEqualTo("Ада Лавлейс");
        assertThat(message.getSubject()).isEqualTo("Grüße ✓");
    }

    private static OutgoingMessage message(String address, String name, String subject) throws MessagingException {
        InternetAddress from = new InternetAddress("AI Chat Chronicles <no-reply@example.com>", true);
        Letter letter = new Letter(address, name, subject, Map.of());
        return OutgoingMessage.of(SESSION, ID, from, letter, new MailTexts("Plain", "<p>Rich</p>"));
    }

    /** As the mail server gets it. */
    private static MimeMessage received(String address, String name, String subject) throws Exception {
        byte[] wire = bytes(message(address, name, subject)).getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(SESSION, new ByteArrayInputStream(wire));
    }

    private static String bytes(MimeMessage message) throws IOException, MessagingException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        message.writeTo(wire);
        return wire.toString(StandardCharsets.UTF_8);
    }

    private static List<String> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }
}
