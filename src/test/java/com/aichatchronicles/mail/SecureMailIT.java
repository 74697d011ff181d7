package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.local.Ports;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.ChangedSetting;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.DifferentServer;
import com.aichatchronicles.testing.Identity;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestMail;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mail to a server that wants TLS and a sign-in: from the one server of ours that has the settings for it. */
@ExtendWith(ArquillianExtension.class)
class SecureMailIT {
    private static final String REFUSED = "The mail server cannot be reached, mails wait";

    @TempDir
    Path folder;

    private SecondServer server;
    private GreenMail mailServer;
    private GreenMailUser account;
    private Identity trusted;
    private Identity stranger;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeEach
    void start() throws Exception {
        server = DifferentServer.shared();
        TestMail.stop(); // so that the other servers, which would use it, leave all mails to this one
        int port = Ports.free(1).get(0);
        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        account = mailServer.setUser(
                DifferentServer.SMTP_USER + "@example.com", DifferentServer.SMTP_USER, DifferentServer.SMTP_PASSWORD);
        trusted = DifferentServer.mailServer();
        stranger = Identity.make(folder.resolve("stranger.p12"), "changeit", "CN=localhost");
    }

    @AfterEach
    void stop() {
        mailServer.stop();
        TestMail.start();
    }

    @Test
    void implicitTlsWithSignIn() throws Exception {
        try (TlsFront front = front(true)) {
            assertThat(arrives(register())).isTrue();
            assertAWrongPasswordDelaysMail();
            assertAnUntrustedCertificateDelaysMail(front);
        }
    }

    @Test
    void startTlsWithSignIn() throws Exception {
        ChangedSetting.during(server, "SMTP_TLS", "auto", () -> {
            try (TlsFront front = front(false)) {
                assertThat(arrives(register())).isTrue();
                assertThat(front.clear()).contains("STARTTLS").allMatch(line -> line.matches("EHLO .*|STARTTLS"));
                assertAnUntrustedCertificateDelaysMail(front);

                front.show(null); // as if somebody in between had taken the offer away
                String person = register();
                assertStaysQueued(person);
                assertThat(front.clear()).as("no password without TLS").noneMatch(line -> line.startsWith("AUTH"));
                front.show(trusted.context());
                assertThat(arrives(person)).isTrue();
            }
        });
    }

    private void assertAWrongPasswordDelaysMail() throws Exception {
        account.setPassword("another one");
        String person = register();

        assertStaysQueued(person);

        assertThat(log()).contains("AuthenticationFailedException");
        account.setPassword(DifferentServer.SMTP_PASSWORD);
        assertThat(arrives(person)).isTrue();
    }

    private void assertAnUntrustedCertificateDelaysMail(TlsFront front) throws Exception {
        front.show(stranger.context());
        String person = register();

        assertStaysQueued(person);

        assertThat(log()).contains("MessagingException, CertificateException");
        front.show(trusted.context());
        assertThat(arrives(person)).isTrue();
    }

    /** No attempt is counted against the mail, and neither secrets nor the address reach the log. */
    private void assertStaysQueued(String person) throws Exception {
        int refusals = refusals();
        await(() -> refusals() > refusals);
        assertThat(Sql.text("SELECT state || ' ' || attempts FROM chronicles.mails WHERE address = ?", person))
                .isEqualTo("waiting 0");
        assertThat(log()).doesNotContain(DifferentServer.SMTP_PASSWORD, "another one", person);
    }

    private TlsFront front(boolean implicit) throws Exception {
        return new TlsFront(DifferentServer.smtpPort(), mailServer.getSmtp().getPort(), implicit, trusted.context());
    }

    private static String register() {
        String person = Member.newEmail();
        Api.anonymous().post("/api/v1/auth/register", Member.registration(person));
        return person;
    }

    private boolean arrives(String person) throws Exception {
        await(() -> Stream.of(mailServer.getReceivedMessages()).anyMatch(mail -> isTo(mail, person)));
        return true;
    }

    private static boolean isTo(MimeMessage mail, String person) {
        try {
            return Stream.of(mail.getAllRecipients()).map(Address::toString).anyMatch(to -> to.contains(person));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int refusals() throws Exception {
        return log().split(REFUSED, -1).length;
    }

    private String log() throws Exception {
        return String.join("\n", server.messages());
    }

    private static void await(Callable<Boolean> fact) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!fact.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
