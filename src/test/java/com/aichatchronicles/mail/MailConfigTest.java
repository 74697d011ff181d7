package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Settings;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailConfigTest {
    private static final Settings MAIL = Settings.defaults()
            .with("SMTP_HOST", "mail.example.com")
            .with("MAIL_FROM", "AI Chat Chronicles <no-reply@example.com>");
    private static final Settings SIGNED_IN =
            MAIL.with("SMTP_USER", "chronicles").with("SMTP_PASS", "secret");

    @Test
    void nothingIsSaidOfSettingsThatAreRight() {
        assertThat(MailConfig.complaints(Settings.defaults())).isEmpty();
        assertThat(MailConfig.complaints(MAIL)).isEmpty();
        assertThat(MailConfig.complaints(SIGNED_IN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP_PORT,0",
        "SMTP_PORT,65536",
        "SMTP_PORT,smtp",
        "SMTP_TLS,yes",
        "SMTP_TIMEOUT,20",
        "SMTP_TIMEOUT,PT0S",
        "SMTP_TIMEOUT,PT61S",
        "SMTP_PAUSE,PT0S",
        "SMTP_PAUSE,PT2M",
        "MAIL_LIFETIME,PT59M",
        "MAIL_LIFETIME,a week",
        "MAIL_FROM,nobody",
        "MAIL_FROM,'a@example.com, b@example.com'"
    })
    void aWrongSettingIsNamed(String name, String value) {
        assertThat(MailConfig.complaints(MAIL.with(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + " must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMTP_USER", "SMTP_PASS"})
    void aUserNeedsAPassword(String name) {
        assertThat(MailConfig.complaints(MAIL.with(name, "one")))
                .containsExactly("SMTP_USER and SMTP_PASS must be set together");
    }

    @Test
    void withoutAMailServerThereIsNothingToSendWith() {
        assertThat(SmtpSettings.of(Settings.defaults())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 587, false, false, true, false",
        "auto, 587, true,  false, true, true",
        "auto, 465, true,  true, false, false",
        "required, 25, false, false, true, true",
        "implicit, 25, false, true, false, false",
        "off, 587, true, false, false, false"
    })
    void tlsIsAsChosen(String tls, String port, boolean user, boolean implicit, boolean starttls, boolean required) {
        Settings settings = (user ? SIGNED_IN : MAIL).with("SMTP_TLS", tls).with("SMTP_PORT", port);

        Properties properties = SmtpSettings.of(settings).orElseThrow().properties();

        assertThat(properties)
                .containsEntry("mail.smtp.ssl.enable", String.valueOf(implicit))
                .containsEntry("mail.smtp.starttls.enable", String.valueOf(starttls))
                .containsEntry("mail.smtp.starttls.required", String.valueOf(required))
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .containsEntry("mail.smtp.auth", String.valueOf(user));
    }

    @Test
    void everyWaitIsBounded() {
        Properties properties =
                SmtpSettings.of(MAIL.with("SMTP_TIMEOUT", "PT7S")).orElseThrow().properties();

        assertThat(properties)
                .containsEntry("mail.smtp.connectiontimeout", "7000")
                .containsEntry("mail.smtp.timeout", "7000")
                .containsEntry("mail.smtp.writetimeout", "7000");
    }

    @Test
    void thePasswordIsNotInTheText() {
        assertThat(SmtpSettings.of(SIGNED_IN).orElseThrow().toString()).doesNotContain("secret");
    }
}
