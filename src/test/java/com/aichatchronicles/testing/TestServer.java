package com.aichatchronicles.testing;

import com.aichatchronicles.local.Folders;
import com.aichatchronicles.local.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The Liberty server of the integration tests: the shipped configuration with the addresses and sign-ins of the run.
 */
public final class TestServer {
    /** The first administrator of the run. */
    public static final String ADMIN_EMAIL = "admin@example.org";

    /** The first administrator's password. */
    public static final String ADMIN_PASSWORD = "Adm1n-of-the-tests";

    /** Where the links in mails lead, without a slash at the end. */
    public static final String FRONT_END = "https://front.example.org/site";

    /** The sender of mails. */
    public static final String MAIL_FROM = "AI Chat Chronicles <no-reply@example.com>";

    /** A token of a directory; another one is good too. */
    public static final String SCIM_TOKEN = "a-directory-of-the-tests-0123456789";

    /** The token that takes over from the other. */
    public static final String NEXT_SCIM_TOKEN = "the-same-directory-from-now-on-0123456789";

    /** What the tests sign tokens of Supabase with. */
    public static final String SUPABASE_SECRET = "the-secret-of-a-project-of-the-tests-01234";

    private static final String LOOPBACK = "127.0.0.1, ::1";

    /** The providers of single sign-on, each with its settings beyond the necessary. */
    private static final Map<String, Map<String, String>> PROVIDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("honest", Map.of()),
            Map.entry("other", Map.of()),
            Map.entry("mismatched", Map.of()),
            Map.entry("plain", Map.of()),
            Map.entry("oversized", Map.of()),
            Map.entry("slow", Map.of()),
            Map.entry("failing", Map.of()),
            Map.entry("rotating", Map.of()),
            Map.entry("flooded", Map.of()),
            Map.entry("naming", Map.of()),
            Map.entry("gone", Map.of("ISSUER", "http://127.0.0.1:9")),
            Map.entry("github", Map.of()),
            Map.entry("keycloak", Map.of("ROLE_MAP", "moderators:moderator", "ALLOWED_GROUPS", "staff")),
            Map.entry("corp", Map.of("ALLOWED_DOMAINS", "example.org", "ALLOWED_GROUPS", "staff,guests")),
            Map.entry("ruling", Map.of("ROLE_MAP", "chiefs:admin,mods:moderator", "GRACE", "PT0S")),
            Map.entry("lenient", Map.of("ROLE_MAP", "chiefs:admin,mods:moderator"))));

    /** The application is there before the server starts and stays as it is, so it is loaded once and never again. */
    private static final String UNDER_TEST = """
            <server>
                <config updateTrigger="polled" monitorInterval="200ms"/>
                <applicationMonitor updateTrigger="disabled"/>
                <httpOptions id="defaultHttpOptions" readTimeout="3s" writeTimeout="5s" persistTimeout="6s"/>
                <tcpOptions id="defaultTCPOptions" inactivityTimeout="3s"/>
            </server>
            """;

    private static boolean ready;
    private static String refusal;

    private TestServer() {}

    /** @return where it answers plain HTTP, without a slash at the end */
    public static String httpAddress() {
        return "http://localhost:" + System.getProperty("it.http.port");
    }

    /** @return where it answers HTTPS with a certificate that nobody signed, without a slash at the end */
    public static String httpsAddress() {
        return "https://localhost:" + System.getProperty("it.https.port");
    }

    /** @return where the server looks for the keys of Supabase; a test may listen there */
    public static String supabaseAddress() {
        return "http://localhost:" + System.getProperty("it.supabase.port");
    }

    /** @return where a run with a browser has a front end of its own, without a slash at the end */
    public static String ownFrontEnd() {
        return "http://localhost:" + System.getProperty("it.frontend.port");
    }

    /** @return what it has logged */
    public static Path log() {
        return folder().resolve("logs/messages.log");
    }

    static Path folder() {
        return Path.of(System.getProperty("it.directory"), "servers", System.getProperty("it.server.name"));
    }

    /**
     * Waits until the server says it is ready, at most two minutes, and no longer than until it says why it won't be.
     * Who asks after that is told the same at once.
     */
    static synchronized void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        while (!ready) {
            ready = refusal == null && isReady();
            if (!ready && refusal == null) {
                refusal = StartFailure.in(log())
                        .or(() -> Instant.now().isAfter(deadline) ? Optional.of("no word of it") : Optional.empty())
                        .orElse(null);
                TimeUnit.MILLISECONDS.sleep(200);
            }
            if (refusal != null) {
                throw new IllegalStateException("The server is not ready: " + refusal);
            }
        }
    }

    private static boolean isReady() {
        try {
            return Api.anonymous().get("/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static void prepare(Path folder) throws IOException {
        // Arquillian looks for a server by its name among all programs of the user: another clone may be testing too.
        String name = "it-" + Integer.toHexString(folder.hashCode());
        System.setProperty("it.server.name", name);
        Path server = folder.resolve("servers").resolve(name);
        for (String part : new String[] {"apps", "configDropins", "lib", "logs"}) {
            Folders.delete(server.resolve(part));
        }
        Folders.copy(Path.of(System.getProperty("it.server")), server);
        Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.writeString(overrides.resolve("under-test.xml"), UNDER_TEST);
        Path application = Path.of(System.getProperty("it.war"));
        Files.copy(application, Files.createDirectories(server.resolve("apps")).resolve(application.getFileName()));
        StringBuilder lines = new StringBuilder();
        environment(folder).forEach((variable, value) -> lines.append(variable + "=" + value + "\n"));
        Files.writeString(server.resolve("server.env"), lines);
    }

    /**
     * @param folder the folder of the run
     * @return the settings of the server under test, which another server on its database may share
     */
    public static Map<String, String> environment(Path folder) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("keystore_password", "made-anew-by-a-clean-build");
        variables.put("PORT", System.getProperty("it.http.port"));
        variables.put("HTTPS_PORT", System.getProperty("it.https.port"));
        variables.put("API_URL", httpAddress());
        variables.put("DATABASE_URL", System.getProperty("it.database"));
        variables.put("REDIS_URL", System.getProperty("it.redis"));
        variables.put("FRONTEND_URL", FRONT_END + "/");
        variables.put("SMTP_HOST", "127.0.0.1");
        variables.put("SMTP_PORT", String.valueOf(TestMail.smtpPort()));
        variables.put("SMTP_PAUSE", "PT1S");
        variables.put("MAIL_FROM", MAIL_FROM);
        variables.put("POLL_INTERVAL", "PT2S");
        variables.put("UPLOAD_PATH", folder.resolve("uploads").toString());
        // Tests call without a limit, but for those that give themselves another address by X-Forwarded-For.
        variables.put("WHITELISTED_IPS", LOOPBACK);
        variables.put("TRUSTED_PROXIES", LOOPBACK);
        variables.put("SCIM_TOKEN", SCIM_TOKEN + ", " + NEXT_SCIM_TOKEN);
        variables.put("SCIM_DOMAINS", "enterprise.example, own.example.org");
        variables.put("SCIM_ROLE_MAP", "Site admins:admin,mods:moderator,club:premium");
        variables.put("SUPABASE_URL", supabaseAddress());
        variables.put("SUPABASE_JWT_SECRET", SUPABASE_SECRET);
        variables.put("NEW_ACCOUNT_POSTS", "10");
        variables.put("ADMIN_EMAIL", ADMIN_EMAIL);
        variables.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
        PROVIDERS.forEach((name, settings) -> addProvider(name, settings, variables));
        variables.put("OIDC_PROVIDERS", String.join(",", PROVIDERS.keySet()));
        variables.put(
                "OIDC_KEYCLOAK_ISSUER",
                "http://localhost:" + System.getProperty("it.keycloak.port") + "/realms/chronicles");
        variables.put(
                "SIGN_ON_TARGETS", FRONT_END + "/auth/callback," + FRONT_END + "/other," + ownFrontEnd() + "/callback");
        variables.put(
                "ALLOWED_ORIGINS",
                "http://localhost:3000,http://localhost:5173,http://localhost:8080,https://aichatchronicles.com,"
                        + ownFrontEnd());
        return variables;
    }

    private static void addProvider(String name, Map<String, String> settings, Map<String, String> variables) {
        String prefix = "OIDC_" + name.toUpperCase(Locale.ROOT) + '_';
        variables.put(prefix + "ISSUER", TestProvider.named(name).issuer());
        variables.put(prefix + "CLIENT_ID", TestProvider.CLIENT);
        variables.put(prefix + "CLIENT_SECRET", TestProvider.SECRET);
        settings.forEach((key, value) -> variables.put(prefix + key, value));
    }
}
