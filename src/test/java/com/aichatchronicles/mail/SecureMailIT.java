package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.local.Ports;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestMail;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Mail to a server that wants TLS and a sign-in: from a server of ours that has the settings for it. */
@ExtendWith(ArquillianExtension.class)
class SecureMailIT {
    private static final String USER = "chronicles";
    private static final String PASSWORD = "Smtp-secret-4711";
    private static final String REFUSED = "The mail server cannot be reached, mails wait";

    @TempDir
    Path folder;

    private GreenMail mailServer;
    private GreenMailUser account;
    private Identity trusted;
    private Identity stranger;
    private int port;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeEach
    void start() throws Exception {
        TestMail.stop(); // so that the first server, which would use it, leaves all mails to the second
        List<Integer> ports = Ports.free(2);
        port = ports.get(1);
        mailServer = new GreenMail(new ServerSetup(ports.get(0), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        account = mailServer.setUser(USER + "@example.com", USER, PASSWORD);
        trusted = Identity.make(folder, "trusted");
        stranger = Identity.make(folder, "stranger");
    }

    @AfterEach
    void stop() {
        mailServer.stop();
        TestMail.start();
    }

    @Test
    void implicitTlsWithSignIn() throws Exception {
        try (TlsFront front = front(true);
                SecondServer server = server("implicit")) {
            assertThat(arrives(register(server))).isTrue();
            assertAWrongPasswordDelaysMail(server);
            assertAnUntrustedCertificateDelaysMail(server, front);
        }
    }

    @Test
    void startTlsWithSignIn() throws Exception {
        try (TlsFront front = front(false);
                SecondServer server = server("auto")) {
            assertThat(arrives(register(server))).isTrue();
            assertThat(front.clear()).contains("STARTTLS").allMatch(line -> line.matches("EHLO .*|STARTTLS"));
            assertAnUntrustedCertificateDelaysMail(server, front);

            front.show(null); // as if somebody in between had taken the offer away
            String person = register(server);
            assertStaysQueued(person);
            assertThat(front.clear()).as("no password without TLS").noneMatch(line -> line.startsWith("AUTH"));
            front.show(trusted.context());
            assertThat(arrives(person)).isTrue();
        }
    }

    private void assertAWrongPasswordDelaysMail(SecondServer server) throws Exception {
        account.setPassword("another one");
        String person = register(server);

        assertStaysQueued(person);

        assertThat(log()).contains("AuthenticationFailedException");
        account.setPassword(PASSWORD);
        assertThat(arrives(person)).isTrue();
    }

    private void assertAnUntrustedCertificateDelaysMail(SecondServer server, TlsFront front) throws Exception {
        front.show(stranger.context());
        String person = register(server);

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
        assertThat(log()).doesNotContain(PASSWORD, "another one", person);
    }

    private TlsFront front(boolean implicit) throws Exception {
        return new TlsFront(port, mailServer.getSmtp().getPort(), implicit, trusted.context());
    }

    private SecondServer server(String tls) throws Exception {
        return SecondServer.start(Map.of(
                "SMTP_HOST",
                "localhost",
                "SMTP_PORT",
                String.valueOf(port),
                "SMTP_TLS",
                tls,
                "SMTP_USER",
                USER,
                "SMTP_PASS",
                PASSWORD,
                "JVM_ARGS",
                "-Djavax.net.ssl.trustStore=" + trusted.store() + " -Djavax.net.ssl.trustStorePassword="
                        + Identity.PASSWORD));
    }

    private static String register(SecondServer server) {
        String person = Member.newEmail();
        Api.at(URI.create(server.httpAddress())).post("/api/v1/auth/register", Member.registration(person));
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

    private static int refusals() throws Exception {
        return log().split(REFUSED, -1).length;
    }

    private static String log() throws Exception {
        return SecondServer.log();
    }

    private static void await(Callable<Boolean> fact) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(90)); // the pause is a minute at most
        while (!fact.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
