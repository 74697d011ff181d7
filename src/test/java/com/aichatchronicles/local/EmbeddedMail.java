package com.aichatchronicles.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A mail server in this program that takes every mail and passes none on. Each address has a mailbox, which any
 * password opens; all is forgotten with the program. Listens on the loopback address only.
 */
public final class EmbeddedMail implements AutoCloseable {
    private static final Logger LIBRARY = Logger.getLogger("com.icegreen");
    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;

    private EmbeddedMail(GreenMail server) {
        this.server = server;
    }

    /**
     * @param smtp a free port, to send to
     * @param imap a free port, to read from
     * @return the server, once it answers
     */
    public static EmbeddedMail start(int smtp, int imap) {
        LIBRARY.setLevel(Level.WARNING); // else it tells of every mailbox that it makes
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new EmbeddedMail(server);
    }

    /** @return what it has caught, the oldest first */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    /** @return what it has caught for an address, the oldest first */
    public List<MimeMessage> received(String address) {
        return server.findReceivedMessages(user -> address.equalsIgnoreCase(user.getEmail()), message -> true)
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
