package com.aichatchronicles.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database beside the one that the server uses, of the same owner; closing it drops it. */
public final class FreshDatabase implements AutoCloseable {
    private final String name;
    private final PGSimpleDataSource owner;

    private FreshDatabase(String name, PGSimpleDataSource owner) {
        this.name = name;
        this.owner = owner;
    }

    /** @return a new one, also where an earlier run has left one of that name */
    public static FreshDatabase create(String name) throws SQLException {
        FreshDatabase database = new FreshDatabase(name, (PGSimpleDataSource) Database.source());
        database.close();
        execute(Database.administrator(), "CREATE DATABASE " + name + " OWNER " + database.owner.getUser());
        database.owner.setDatabaseName(name);
        return database;
    }

    /** @return connections with the rights of the server */
    public DataSource owner() {
        return owner;
    }

    /** Executes statements with the rights of the server. */
    public void execute(String sql) throws SQLException {
        execute(owner, sql);
    }

    /** Executes statements with all rights. */
    public void administrate(String sql) throws SQLException {
        PGSimpleDataSource administrator = Database.administrator();
        administrator.setDatabaseName(name);
        execute(administrator, sql);
    }

    /** @return the first column of the first row */
    public String text(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        execute(Database.administrator(), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
