package com.aichatchronicles.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGPooledConnection;

/**
 * The data source that Liberty pools: PostgreSQL, as named by {@code DATABASE_URL} or by the file that
 * {@code DATABASE_URL_FILE} names.
 *
 * <p>Liberty makes it by its class name with no argument, from a library beside the driver, so that the server's
 * configuration needs no host, user or password. Each setting is looked up as a system property first, then in the
 * environment.
 */
public final class PostgresDataSource extends PGConnectionPoolDataSource {
    private static final long serialVersionUID = 1L;
    private static final String OPTIONS =
            "-c TimeZone=UTC -c statement_timeout=20000 -c idle_in_transaction_session_timeout=30000";

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException if {@code DATABASE_URL} is missing or is no PostgreSQL address
     */
    public PostgresDataSource() {
        this(DatabaseAddress.parse(setting("DATABASE_URL")));
        setOptions(OPTIONS + " -c chronicles.evicts=on"); // see V6__cache_debts.sql
    }

    /**
     * Takes the address from the caller, for programs beside the server.
     *
     * @param address the database
     */
    public PostgresDataSource(DatabaseAddress address) {
        setUrl(address.jdbcUrl());
        setUser(address.user());
        setPassword(address.password());
        setApplicationName("aichatchronicles");
        setConnectTimeout(3);
        setSocketTimeout(60);
        setTcpKeepAlive(true);
        setPrepareThreshold(3);
        setReWriteBatchedInserts(true);
        setStringType("unspecified"); // text parameters take the type of their column: text[] and jsonb among them
        setOptions(OPTIONS);
        setLogServerErrorDetail(false); // a detail quotes the caller's data
    }

    /** @return a connection that remembers for a moment that it is valid */
    @Override
    public PooledConnection getPooledConnection(String user, String password) throws SQLException {
        return new PGPooledConnection(getConnection(user, password), isDefaultAutoCommit()) {
            @Override
            public Connection getConnection() throws SQLException {
                return CheckedConnection.of(super.getConnection(), System::nanoTime);
            }
        };
    }

    /** @return as {@link #getPooledConnection(String, String)}, for the user of the address */
    @Override
    public PooledConnection getPooledConnection() throws SQLException {
        return getPooledConnection(getUser(), getPassword());
    }

    private static String setting(String name) {
        String value = lookup(name);
        String file = lookup(name + "_FILE");
        if (value != null || file == null) {
            return value;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(name + "_FILE names a file that can't be read", e);
        }
    }

    private static String lookup(String name) {
        String property = System.getProperty(name);
        return property != null ? property : System.getenv(name);
    }
}
