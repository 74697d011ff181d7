package com.aichatchronicles.corpus;

import com.aichatchronicles.local.EmbeddedDatabase;
import com.aichatchronicles.local.Ports;
import com.aichatchronicles.platform.database.DatabaseAddress;
import com.aichatchronicles.platform.database.PostgresDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own with the server's tables, so that a load fills no database that other tests look at. */
final class CorpusDatabase implements AutoCloseable {
    private final EmbeddedDatabase server;
    private final DatabaseAddress address;

    CorpusDatabase(Path folder) throws IOException {
        server = EmbeddedDatabase.start(folder, Ports.free(1).get(0));
        address = DatabaseAddress.parse(server.url());
    }

    String url() {
        return server.url();
    }

    Connection connect() throws SQLException {
        return new PostgresDataSource(address).getConnection();
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    void migrate() {
        Flyway.configure()
                .dataSource(source())
                .defaultSchema("chronicles")
                .createSchemas(true)
                .load()
                .migrate();
    }

    void clear() throws SQLException {
        execute("DELETE FROM auth.users");
        execute("DELETE FROM chronicles.imports");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    long conversations() throws SQLException {
        return number("SELECT count(*) FROM public.conversations");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
