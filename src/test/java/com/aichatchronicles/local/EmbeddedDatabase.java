package com.aichatchronicles.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL server that ends with this program and listens on the loopback address only. It has one database, owned
 * by an ordinary role: the application gets no more rights than in production.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "chronicles";
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test");

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * @param folder holds the programs and the data; made when absent
     * @param port a free port
     * @return the server, once it answers and has the database
     */
    public static EmbeddedDatabase start(Path folder, int port) throws IOException, SQLException {
        LIBRARY.setLevel(Level.WARNING);
        // The library deletes old data folders beside its programs, hence two folders.
        Path binaries = Files.createDirectories(folder.resolve("bin"));
        System.setProperty("ot.epg.working-dir", binaries.toString());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectories(folder).resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("unix_socket_directories", "");
        EmbeddedDatabase database = new EmbeddedDatabase(withLocale(builder).start());
        database.createIfAbsent();
        return database;
    }

    /** @return the address that {@code DATABASE_URL} takes */
    public String url() {
        return "postgresql://" + NAME + ":" + NAME + "@localhost:" + server.getPort() + "/" + NAME;
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

    private void createIfAbsent() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            if (isEmpty(sql, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                sql.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + NAME + "'");
            }
            if (isEmpty(sql, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
                sql.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        }
    }

    private static boolean isEmpty(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return !rows.next();
        }
    }
}
