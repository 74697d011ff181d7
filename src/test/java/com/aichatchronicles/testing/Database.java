package com.aichatchronicles.testing;

import com.aichatchronicles.platform.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that the server under test uses, for what a test cannot arrange or see over HTTP. */
public final class Database {
    private Database() {}

    /** @return connections with the rights of the server */
    public static DataSource source() {
        DatabaseAddress address = DatabaseAddress.parse(System.getProperty("it.database"));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** @return connections with all rights, to make databases beside the server's */
    public static PGSimpleDataSource administrator() {
        PGSimpleDataSource source = (PGSimpleDataSource) source();
        source.setUser("postgres");
        source.setPassword(null);
        source.setDatabaseName("postgres");
        return source;
    }

    /** @return a new connection with the rights of the server, to be closed by the caller */
    public static Connection connect() throws SQLException {
        return source().getConnection();
    }
}
