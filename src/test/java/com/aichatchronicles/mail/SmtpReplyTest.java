package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class SmtpReplyTest {
    private static final MessagingException UNKNOWN_MAILBOX = new SendFailedException(
            "Invalid Addresses", new SendFailedException("550 5.1.1 <ada@example.org>: no such user\r\n"));
    private static final MessagingException GREYLISTED =
            new SendFailedException("Invalid Addresses", new SendFailedException("451 4.7.1 come back\n"));
    private static final MessagingException REFUSED_TEXT = new SendFailedException("554 5.7.1 looks like spam");
    private static final MessagingException BROKEN =
            new MessagingException("Exception reading response", new SocketTimeoutException("Read timed out"));

    @Test
    void repliesThatStayAreTold() {
        assertThat(SmtpReply.isPermanent(UNKNOWN_MAILBOX)).isTrue();
        assertThat(SmtpReply.isPermanent(REFUSED_TEXT)).isTrue();
        assertThat(SmtpReply.isPermanent(new AddressException("Missing final '@domain'")))
                .isTrue();
        assertThat(SmtpReply.isPermanent(GREYLISTED)).isFalse();
        assertThat(SmtpReply.isPermanent(BROKEN)).isFalse();
        assertThat(SmtpReply.isPermanent(new MessagingException("5 o'clock"))).isFalse();
        assertThat(SmtpReply.isPermanent(new MessagingException())).isFalse();
    }

    @Test
    void anAnswerKeepsTheConnection() {
        assertThat(SmtpReply.isAnswered(UNKNOWN_MAILBOX)).isTrue();
        assertThat(SmtpReply.isAnswered(GREYLISTED)).isTrue();
        assertThat(SmtpReply.isAnswered(new AddressException("Missing final '@domain'")))
                .isTrue();
        assertThat(SmtpReply.isAnswered(BROKEN)).isFalse();
        assertThat(SmtpReply.isAnswered(new SendFailedException("[EOF]"))).isFalse();
    }

    @Test
    void operatorsReadWhatTheMailServerSaidInOneLine() {
        assertThat(SmtpReply.text(UNKNOWN_MAILBOX)).isEqualTo("550 5.1.1 <ada@example.org>: no such user");
        assertThat(SmtpReply.text(BROKEN)).isEqualTo("Read timed out");
        assertThat(SmtpReply.text(new MessagingException())).isEqualTo("MessagingException");
        assertThat(SmtpReply.text(new MessagingException("550 a\r\nb\tc"))).isEqualTo("550 a b c");
        assertThat(SmtpReply.text(new MessagingException("x".repeat(9999)))).hasSize(500);
    }
}
