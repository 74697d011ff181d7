package com.aichatchronicles.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Which SQL statements a call of the server costs, as PostgreSQL itself has counted them ({@code pg_stat_statements}).
 * The call is made several times: what was executed less often than that comes from somewhere else, such as a timer.
 * What a trigger executes is not counted, nor is the look-up of the caller's session, nor what writes the audit log,
 * nor that every server looks several times a second for what the caches are owed.
 */
public final class Statements {
    private static final int CALLS = 5;
    private static final String EXECUTED = """
            SELECT s.query, s.calls
              FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
             WHERE d.datname = ? AND s.calls >= ? AND s.toplevel
               AND s.query NOT LIKE '%chronicles.sessions%'
               AND s.query NOT SIMILAR TO '%chronicles.audit_(pending|chain)%'
               AND s.query NOT LIKE 'INSERT INTO chronicles.audit_log%'
               AND s.query NOT LIKE 'SELECT sum(owed)%'""";

    private Statements() {}

    /**
     * @param call one call of the server; gets the number of its repetition, from 0, so that it can ask for something
     *     that no cache holds yet
     * @return the statements of one call; one that is executed twice stands there twice
     */
    public static List<String> of(IntConsumer call) {
        call.accept(CALLS); // prepares what only a first call needs
        try (Connection connection = statistics()) {
            reset(connection);
            for (int i = 0; i < CALLS; i++) {
                call.accept(i);
            }
            return executed(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection statistics() throws SQLException {
        return Database.administrator().getConnection(); // not in the database of the server, which is to stay as it is
    }

    private static void reset(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            statement.execute("SELECT pg_stat_statements_reset()");
        }
    }

    private static List<String> executed(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(EXECUTED)) {
            query.setString(1, ((PGSimpleDataSource) Database.source()).getDatabaseName());
            query.setInt(2, CALLS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    for (int i = 0; i < rows.getInt("calls") / CALLS; i++) {
                        statements.add(rows.getString("query"));
                    }
                }
            }
        }
        return statements;
    }
}
