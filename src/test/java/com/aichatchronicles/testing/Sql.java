package com.aichatchronicles.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Plain SQL on the database of the server under test. */
public final class Sql {
    private Sql() {}

    /** @return the number of rows changed, once the servers no longer show the former ones */
    public static int update(String sql, Object... parameters) {
        try (Connection connection = Database.connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            int changed = statement.executeUpdate();
            Caches.awaitVoided();
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the first column of the only row, as text */
    public static String text(String sql, Object... parameters) {
        try (Connection connection = Database.connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("No row: " + sql);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
