package com.aichatchronicles.privacy;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Collects everything held about somebody. It goes into a file first: a reader who takes his time would else hold a
 * database connection, and the memory used does not grow with the data.
 */
@Stateless
public class ExportService {
    private static final int ROWS_AT_A_TIME = 50;
    private static final byte[] README = """
            What AI Chat Chronicles holds about you, one file for each kind of thing, each a JSON array.
            Times are in UTC. Passwords, tokens and codes are kept as hashes only and are not among it.
            """.getBytes(StandardCharsets.UTF_8);

    @PersistenceContext
    EntityManager entities;

    /**
     * A zip file that is gone once it is read or forgotten.
     *
     * @param zip the content
     * @param size bytes
     */
    public record Export(InputStream zip, long size) {}

    /**
     * @param account whose data it is
     * @return a zip file with one JSON array for each kind of thing, as of one moment
     * @throws IOException if the disk is full
     * @throws SQLException if the database fails
     */
    public Export collect(UUID account) throws IOException, SQLException {
        Path file = Files.createTempFile("export", ".zip");
        try {
            fill(file, account);
            long size = Files.size(file);
            return new Export(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size);
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void fill(Path file, UUID account) throws IOException, SQLException {
        Connection connection = entities.unwrap(Connection.class);
        try (Statement snapshot = connection.createStatement()) {
            snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            begin(zip, "README.txt");
            zip.write(README);
            for (PersonalTable table : PersonalTable.values()) {
                begin(zip, table.name().toLowerCase(Locale.ROOT) + ".json");
                write(connection, table, account, zip);
            }
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private static void write(Connection connection, PersonalTable table, UUID account, OutputStream out)
            throws IOException, SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.query())) {
            statement.setFetchSize(ROWS_AT_A_TIME); // with it the driver reads by a cursor
            statement.setObject(1, account);
            try (ResultSet rows = statement.executeQuery()) {
                String separator = "[\n";
                while (rows.next()) {
                    out.write((separator + rows.getString(1)).getBytes(StandardCharsets.UTF_8));
                    separator = ",\n";
                }
                out.write((separator.startsWith("[") ? "[]\n" : "\n]\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
