package com.aichatchronicles.local;

import com.aichatchronicles.corpus.LoadException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code mvn -Prun}: PostgreSQL, Redis and the application on Liberty, until the developer ends it. All data lies in
 * one folder and outlives the run.
 */
public final class LocalServer {
    private final Path folder = path("local.directory");
    private final Services services = new Services();
    private final LocalSettings settings;
    private EmbeddedDatabase database;

    private LocalServer() throws IOException {
        Files.createDirectories(folder);
        settings = LocalSettings.of(System.getenv(), folder);
    }

    /**
     * Runs until it is ended by a signal, or by a failure: then the exit code is 1.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        try {
            loadOwnClasses();
            new LocalServer().run();
        } catch (StartupException e) {
            System.err.println("\n" + e.getMessage() + "\n");
            System.exit(1);
        }
    }

    private void run() throws Exception {
        FileChannel lock = lock(); // held as long as this program runs
        if (StrayProcesses.stop(folder) > 0) {
            System.out.println("Stopped what an earlier run had left behind.");
        }
        requireFreePorts();
        Instant begin = Instant.now();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop-services"));
        try {
            LibertyServer server = startAll();
            server.awaitReady(settings.port("PORT"));
            loadSample();
            System.out.println(Welcome.text(settings, log(), Duration.between(begin, Instant.now())));
            server.awaitEnd();
        } catch (Exception e) {
            // Ctrl-C ends the services too, a moment before this program is told to end: then nothing went wrong.
            TimeUnit.SECONDS.sleep(1);
            if (services.isClosing()) {
                new CountDownLatch(1).await();
            }
            throw e;
        } finally {
            lock.close();
        }
    }

    private void stopAll() {
        services.close();
        StrayProcesses.stop(folder);
    }

    private LibertyServer startAll() throws Exception {
        List<Integer> ports = Ports.free(5);
        if (!settings.isGiven("DATABASE_URL")) {
            System.out.println("Starting PostgreSQL ...");
            Path home = folder.resolve("postgresql");
            database = services.start(() -> EmbeddedDatabase.start(home, ports.get(0)));
            settings.use("DATABASE_URL", database.url());
            services.start(() -> publish(database.url()));
        }
        if (!settings.isGiven("REDIS_URL")) {
            System.out.println("Starting Redis ...");
            Path home = folder.resolve("redis");
            settings.use(
                    "REDIS_URL",
                    services.start(() -> EmbeddedRedis.start(home, ports.get(1)))
                            .url());
        }
        if (!settings.isGiven("SMTP_HOST")) {
            catchMails(ports.subList(2, 5));
        }
        System.out.println("Starting Liberty, which logs to " + log() + " ...");
        Path users = folder.resolve("server");
        LibertyServer.install(path("local.server"), path("local.war"), users);
        if (settings.value("BIND_ADDRESS").equals(LocalSettings.LOOPBACK)) {
            LoopbackIpv6.add(users);
        }
        return services.start(() -> LibertyServer.start(path("local.liberty"), users, settings.all(), log()));
    }

    private void catchMails(List<Integer> ports) throws Exception {
        EmbeddedMail mail = services.start(() -> EmbeddedMail.start(ports.get(0), ports.get(1)));
        services.start(() -> CaughtMails.serve(ports.get(2), mail::received));
        settings.use("SMTP_HOST", "127.0.0.1");
        settings.use("SMTP_PORT", ports.get(0).toString());
        settings.use("SMTP_TLS", "off");
        settings.use("MAIL_FROM", "AI Chat Chronicles <no-reply@localhost>");
        settings.use("LOCAL_MAILS_URL", "http://localhost:" + ports.get(2) + "/");
    }

    /** Tells the corpus loader, as long as this program runs, where the database is. */
    private AutoCloseable publish(String url) throws IOException {
        Path file = folder.resolve("database-url");
        OwnerOnly.create(file);
        Files.writeString(file, url);
        return () -> Files.deleteIfExists(file);
    }

    /** Only the embedded database is filled: one that the developer names may be anybody's. */
    private void loadSample() {
        if (database == null) {
            return;
        }
        try {
            SampleConversations.loadIfEmpty(database.source());
        } catch (SQLException | IOException | LoadException e) {
            System.err.println("The sample conversations were not loaded: " + e.getMessage());
        }
    }

    private FileChannel lock() throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new StartupException("It is running already: another 'mvn -Prun' uses " + folder + ".");
        }
        return channel;
    }

    private void requireFreePorts() {
        for (String name : List.of("PORT", "HTTPS_PORT")) {
            int port = settings.port(name);
            if (!Ports.isFree(port)) {
                throw new StartupException("Port " + port + " is taken by another program. Stop that one, or choose "
                        + "another port: " + name + "=" + (port + 1) + " mvn -Prun");
            }
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    /** A clean build beside this run takes the class files away, and stopping needs them. */
    private static void loadOwnClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(LocalServer.class.getResource("").toURI());
        try (Stream<Path> files = Files.list(classes)) {
            for (String name : files.map(file -> file.getFileName().toString()).toList()) {
                if (name.endsWith(".class")) {
                    Class.forName(LocalServer.class.getPackageName() + "." + name.replace(".class", ""));
                }
            }
        }
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath();
    }
}
