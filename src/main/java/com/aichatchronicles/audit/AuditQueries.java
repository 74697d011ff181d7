package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditParty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of the log. */
final class AuditQueries {
    static final String COLUMNS = """
            id, recorded_at, action, outcome, times, actor_kind, actor_id, subject_kind, subject_id, address, request_id,
            details""";

    private AuditQueries() {}

    /** @return what a row with these columns says */
    static AuditEntry entry(ResultSet row) throws SQLException {
        String subject = row.getString("subject_kind");
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                "refused".equals(row.getString("outcome")),
                row.getInt("times"),
                new AuditParty(row.getString("actor_kind"), row.getObject("actor_id", UUID.class)),
                subject == null ? null : new AuditParty(subject, row.getObject("subject_id", UUID.class)),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("details"));
    }
}
