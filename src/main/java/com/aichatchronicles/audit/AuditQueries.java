package com.aichatchronicles.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of the log. */
final class AuditQueries {
    static final String COLUMNS = """
            id, recorded_at, action, outcome, times, actor_kind, actor_id, subject_kind, subject_id, address,
            request_id, details""";

    /** Those of the log itself. */
    static final String ALL = "position, previous_hash, hash, " + COLUMNS;

    private AuditQueries() {}

    /** @return what a row with these columns says */
    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                "refused".equals(row.getString("outcome")),
                row.getInt("times"),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("details"));
    }

    /** @return a row of the log, with the hash that stands in it */
    static StoredLink link(ResultSet row) throws SQLException {
        Link link = new Link(row.getLong("position"), row.getBytes("previous_hash"), entry(row));
        return new StoredLink(link, row.getBytes("hash"));
    }

    /**
     * A row of the log.
     *
     * @param link what it says
     * @param hash what it claims to be the hash of that
     */
    record StoredLink(Link link, byte[] hash) {
        /** @return what admins see of it */
        AuditView view() {
            return AuditView.of(link, Link.hex(hash));
        }
    }
}
