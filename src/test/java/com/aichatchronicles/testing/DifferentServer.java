package com.aichatchronicles.testing;

import com.aichatchronicles.local.Folders;
import com.aichatchronicles.local.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server on the same database that has other settings than the first wherever tests need that: one for all of them,
 * because a start takes long. It has no Redis and no directory, makes no accounts with a password, and hands mails to a
 * mail server of its own, with a sign-in over TLS, when a test has one there.
 */
public final class DifferentServer {
    /** The only address at which it answers plain HTTP. */
    public static final String ADDRESS = "127.0.0.1";

    /** The only address at which it answers HTTPS; the loopback network of Linux is the machine's as a whole. */
    public static final String SECURE_ADDRESS = "127.0.0.3";

    /** Whom its certificate names. */
    public static final String NAME = "CN=own.example";

    /** Who may use its Admin Center, with the password after a colon. */
    public static final String KEEPER = "keeper:of-the-centre";

    /** Whom it signs in as at its mail server. */
    public static final String SMTP_USER = "chronicles";

    /** The password for that. */
    public static final String SMTP_PASSWORD = "Smtp-secret-4711";

    private static final String STORE_PASSWORD = "a password of ours";

    private static int smtpPort;
    private static Identity mailServer;

    private DifferentServer() {}

    /** @return the server, started for whoever asks first and ended with the run's other services */
    public static SecondServer shared() throws Exception {
        return SecondServer.shared("different", DifferentServer::settings);
    }

    /** @return where on this machine its mail server should be, which speaks TLS from the first byte */
    public static int smtpPort() throws Exception {
        shared();
        return smtpPort;
    }

    /** @return the one certificate for localhost that it trusts */
    public static Identity mailServer() throws Exception {
        shared();
        return mailServer;
    }

    private static Map<String, String> settings() throws Exception {
        Path folder = Path.of(System.getProperty("it.directory"), "identities");
        Folders.delete(folder);
        Files.createDirectories(folder);
        Identity own = Identity.make(folder.resolve("own.p12"), STORE_PASSWORD, NAME);
        mailServer = Identity.make(folder.resolve("mail-server.p12"), "changeit", "CN=localhost");
        smtpPort = Ports.free(1).get(0);
        Map<String, String> settings = new TreeMap<>();
        settings.put("LEGACY_FRONTEND", "off");
        settings.put("PASSWORD_REGISTRATION", "off");
        settings.put("REDIS_URL", "");
        settings.put("SCIM_TOKEN", "");
        settings.put("BIND_ADDRESS", ADDRESS);
        settings.put("HTTPS_BIND_ADDRESS", SECURE_ADDRESS);
        settings.put("KEYSTORE_PATH", own.store().toString());
        settings.put("keystore_password", STORE_PASSWORD);
        settings.put("ADMIN_CENTER_USER", KEEPER.replaceFirst(":.*", ""));
        settings.put("ADMIN_CENTER_PASSWORD", KEEPER.replaceFirst(".*:", ""));
        settings.put("SMTP_HOST", "localhost");
        settings.put("SMTP_PORT", String.valueOf(smtpPort));
        settings.put("SMTP_TLS", "implicit");
        settings.put("SMTP_USER", SMTP_USER);
        settings.put("SMTP_PASS", SMTP_PASSWORD);
        settings.put(
                "JVM_ARGS",
                "-Djavax.net.ssl.trustStore=" + mailServer.store() + " -Djavax.net.ssl.trustStorePassword="
                        + mailServer.password());
        return settings;
    }
}
