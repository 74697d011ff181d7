package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.FiredEvents;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An audit log of its own, in a database beside the server's, with the services that lengthen, shorten and check it.
 */
final class LogDatabase implements AutoCloseable {
    private static final String NAME = "audit_it";

    private final PGSimpleDataSource source;
    private final FiredEvents<AuditFact> fired = new FiredEvents<>();

    /** Something that a service does in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(EntityManager entities) throws Exception;
    }

    LogDatabase() throws SQLException {
        drop();
        source = (PGSimpleDataSource) Database.source();
        administrate("CREATE DATABASE " + NAME + " OWNER " + source.getUser());
        source.setDatabaseName(NAME);
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("chronicles")
                .createSchemas(true)
                .load()
                .migrate();
    }

    /** Writes a fact of that time, which nobody has chained yet. */
    void write(Instant time, String action) throws SQLException {
        AuditFact fact = AuditFact.done(action).with("name", "Größe \"1\"");
        AuditEntry entry = AuditEntry.of(fact, AuditParty.user(NewId.next()), "2001:db8::1", "request");
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO chronicles.audit_pending (id, recorded_at, action, outcome, times, actor_kind,
                                                              actor_id, address, request_id, details)
                        VALUES (?, ?, ?, 'done', 1, ?, ?, ?, ?, ?)""")) {
            statement.setObject(1, entry.id());
            statement.setObject(2, time.atOffset(ZoneOffset.UTC));
            statement.setString(3, action);
            statement.setString(4, entry.actorKind());
            statement.setObject(5, entry.actorId());
            statement.setString(6, entry.address());
            statement.setString(7, entry.requestId());
            statement.setString(8, entry.details());
            statement.executeUpdate();
        }
    }

    int chain() throws Exception {
        return transact(entities -> {
            ChainService service = new ChainService();
            service.entities = entities;
            return service.chain();
        });
    }

    int purge(Instant before) throws Exception {
        return transact(entities -> {
            ChainService service = new ChainService();
            service.entities = entities;
            service.facts = fired;
            return service.purge(before);
        });
    }

    CheckView check() throws Exception {
        return transact(entities -> {
            CheckService service = new CheckService();
            service.entities = entities;
            return service.check();
        });
    }

    /** @return what the script for operators says: where the chain is broken and why, empty if it is not */
    String script() throws Exception {
        String sql = Files.readString(Path.of("docs/audit-check.sql"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String broken = row.getString("broken_at");
            return broken == null ? "" : broken + ' ' + row.getString("reason");
        }
    }

    /** Does what the triggers would refuse. */
    void tamper(String sql) throws SQLException {
        execute("ALTER TABLE chronicles.audit_log DISABLE TRIGGER USER");
        execute(sql);
        execute("ALTER TABLE chronicles.audit_log ENABLE ALWAYS TRIGGER keep, ENABLE ALWAYS TRIGGER keep_all");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    FiredEvents<AuditFact> fired() {
        return fired;
    }

    @Override
    public void close() throws SQLException {
        drop();
    }

    private <T> T transact(Work<T> work) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.in(entities(connection));
            connection.commit();
            return result;
        }
    }

    /** As much of one as the services use: the connection. */
    private static EntityManager entities(Connection connection) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("unwrap")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return connection;
                });
    }

    private static void drop() throws SQLException {
        administrate("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
    }

    private static void administrate(String sql) throws SQLException {
        try (Connection connection = Database.administrator().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
