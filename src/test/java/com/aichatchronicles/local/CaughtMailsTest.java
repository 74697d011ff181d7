package com.aichatchronicles.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CaughtMailsTest {
    @Test
    void theNewestMailIsFirstAndNothingInItIsMarkup() throws Exception {
        String page = CaughtMails.page(List.of(mail("Older", "one"), mail("Newer <script>", "\"><script>alert(1)")));

        assertThat(page)
                .contains("<h2>Older</h2>", "<h2>Newer &lt;script&gt;</h2>", "&quot;&gt;&lt;script&gt;alert(1)")
                .doesNotContain("<script>");
        assertThat(page.indexOf("Newer")).isLessThan(page.indexOf("Older"));
    }

    @Test
    void withoutMailsThePageSaysSo() throws Exception {
        assertThat(CaughtMails.page(List.of())).contains("There is none yet");
    }

    private static MimeMessage mail(String subject, String text) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress("no-reply@example.org"));
        mail.setRecipient(RecipientType.TO, new InternetAddress("ada@example.org"));
        mail.setSubject(subject);
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(text, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        mail.saveChanges();
        return mail;
    }
}
