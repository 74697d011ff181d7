package com.aichatchronicles.corpus;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the loader gets its connections from, such as {@code dataSource::getConnection}. */
@FunctionalInterface
public interface Connections {

    /**
     * Opens a connection, which the loader closes.
     *
     * @return a connection to a database that has the server's tables
     * @throws SQLException if the database can't be reached
     */
    Connection open() throws SQLException;
}
