package com.aichatchronicles.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the log as JSON lines, from its first row to its last, a thousand at a time: a reader who takes his time holds
 * neither memory nor a database connection.
 */
@ApplicationScoped
public class AuditExport {
    /** The media type of JSON lines. */
    public static final String JSON_LINES = "application/x-ndjson";

    @Inject
    AuditReadService log;

    @Inject
    Jsonb jsonb;

    /**
     * @param filter which rows
     * @param out where they go
     * @throws IOException if the reader is gone
     */
    public void write(AuditFilter filter, OutputStream out) throws IOException {
        long last = 0;
        List<AuditView> rows = read(filter, last);
        while (!rows.isEmpty()) {
            for (AuditView row : rows) {
                out.write(jsonb.toJson(row).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            last = rows.get(rows.size() - 1).position();
            rows = rows.size() < AuditReadService.BATCH ? List.of() : read(filter, last);
        }
    }

    private List<AuditView> read(AuditFilter filter, long after) {
        try {
            return log.next(filter, after);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e)); // the answer has begun, it can only break off
        }
    }
}
