package com.aichatchronicles.testing;

import com.aichatchronicles.local.EmbeddedMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** The mail server of the integration tests, which a test may take away for a while. */
public final class TestMail {
    private static int smtpPort;
    private static int imapPort;
    private static EmbeddedMail server;

    private TestMail() {}

    static AutoCloseable start(int freeSmtpPort, int freeImapPort) {
        smtpPort = freeSmtpPort;
        imapPort = freeImapPort;
        start();
        return TestMail::stop;
    }

    static int smtpPort() {
        return smtpPort;
    }

    static List<MimeMessage> received(String address) {
        return server.received(address);
    }

    /** Starts it again, with empty mailboxes. */
    public static void start() {
        server = EmbeddedMail.start(smtpPort, imapPort);
    }

    /** Ends it, with all that it has caught. */
    public static void stop() {
        server.close();
    }
}
