package com.aichatchronicles.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A PostgreSQL server that ends with this program and listens on the loopback address only. It has one database, owned
 * by an ordinary role: the application gets no more rights than in production.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "chronicles";
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test");

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;

    private EmbeddedDatabase(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * @param folder holds the programs and the data; made when absent
     * @param port a free port
     * @return the server, once it answers and has the database
     */
    public static EmbeddedDatabase start(Path folder, int port) throws IOException {
        LIBRARY.setLevel(Level.OFF); // what it would say is thrown or stands in the server's log
        // The library deletes old data folders beside its programs, hence two folders.
        Path binaries = Files.createDirectories(folder.resolve("bin"));
        System.setProperty("ot.epg.working-dir", binaries.toString());
        Path data = folder.resolve("data");
        Path log = folder.resolve("postgresql.log");
        Files.deleteIfExists(log);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setServerConfig("fsync", "on") // this and the next: the library would trade data for speed
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements") // tests count statements with it
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .setServerConfig("unix_socket_directories", "");
        try {
            return new EmbeddedDatabase(withDatabase(withLocale(builder).start()), data);
        } catch (IOException | RuntimeException | SQLException e) {
            throw new StartupException("PostgreSQL did not start: " + e.getMessage() + ". " + LogTail.of(log), e);
        }
    }

    /** @return the address that {@code DATABASE_URL} takes */
    public String url() {
        return "postgresql://" + NAME + ":" + NAME + "@localhost:" + server.getPort() + "/" + NAME;
    }

    /** @return connections with the rights that the application has */
    public DataSource source() {
        return server.getDatabase(NAME, NAME);
    }

    /** @return the number of its first process */
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static EmbeddedPostgres.Builder withLocale(EmbeddedPostgres.Builder builder) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        // With a plain C character type, pg_trgm ignores every letter outside ASCII.
        return builder.setLocaleConfig("locale", "C")
                .setLocaleConfig("lc-ctype", mac ? "UTF-8" : "C.UTF-8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    private static EmbeddedPostgres withDatabase(EmbeddedPostgres server) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            if (isEmpty(sql, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                sql.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + NAME + "'");
            }
            if (isEmpty(sql, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
                sql.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
            return server;
        } catch (SQLException e) {
            Thread.interrupted(); // else an interrupted start could not wait for its end
            server.close();
            throw e;
        }
    }

    private static boolean isEmpty(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return !rows.next();
        }
    }
}
