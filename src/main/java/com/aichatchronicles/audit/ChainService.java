package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lengthens the chain at its head and shortens it at its tail. Whoever does either holds the lock on its only row. */
@Stateless
public class ChainService {
    /** How many rows one transaction chains or purges. */
    public static final int BATCH = 1000;

    private static final String PENDING =
            "SELECT " + AuditQueries.COLUMNS + " FROM chronicles.audit_pending ORDER BY id LIMIT " + BATCH;
    private static final String APPEND = "INSERT INTO chronicles.audit_log (position, " + AuditQueries.COLUMNS
            + ", previous_hash, hash) SELECT ?, " + AuditQueries.COLUMNS
            + ", ?, ? FROM chronicles.audit_pending WHERE id = ?";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<AuditFact> facts;

    private record End(long position, byte[] hash) {}

    /**
     * Moves what has committed into the log.
     *
     * @return how many facts, at most {@link #BATCH}; 0 also if another server does it at the moment
     * @throws SQLException if the database fails
     */
    public int chain() throws SQLException {
        Connection database = entities.unwrap(Connection.class);
        Optional<End> head = lock(database, "head", "FOR UPDATE SKIP LOCKED");
        if (head.isEmpty()) {
            return 0;
        }
        List<AuditEntry> entries = pending(database);
        if (!entries.isEmpty()) {
            End last = append(database, head.get(), entries);
            move(database, "head", last);
            clear(database, head.get());
        }
        return entries.size();
    }

    /**
     * Deletes the oldest rows, after having noted where the chain begins from now on.
     *
     * @param before what is older goes
     * @return how many rows, at most {@link #BATCH}
     * @throws SQLException if the database fails
     */
    public int purge(Instant before) throws SQLException {
        Connection database = entities.unwrap(Connection.class);
        End anchor = lock(database, "anchor", "FOR UPDATE").orElseThrow();
        Optional<End> last = lastBefore(database, anchor, before);
        if (last.isEmpty()) {
            return 0;
        }
        move(database, "anchor", last.get());
        int rows = delete(database, last.get());
        facts.fire(AuditFact.done("audit.purged")
                .by(AuditParty.system())
                .with("rows", rows)
                .with("last_position", last.get().position())
                .with("last_hash", Link.hex(last.get().hash())));
        return rows;
    }

    private static Optional<End> lock(Connection database, String end, String how) throws SQLException {
        String sql = "SELECT " + end + "_position, " + end + "_hash FROM chronicles.audit_chain " + how;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(new End(row.getLong(1), row.getBytes(2))) : Optional.empty();
        }
    }

    private static List<AuditEntry> pending(Connection database) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(PENDING)) {
            while (rows.next()) {
                entries.add(AuditQueries.entry(rows));
            }
        }
        return entries;
    }

    private static End append(Connection database, End head, List<AuditEntry> entries) throws SQLException {
        End last = head;
        try (PreparedStatement statement = database.prepareStatement(APPEND)) {
            for (AuditEntry entry : entries) {
                Link link = new Link(last.position() + 1, last.hash(), entry);
                statement.setLong(1, link.position());
                statement.setBytes(2, link.previousHash());
                statement.setBytes(3, link.hash());
                statement.setObject(4, entry.id());
                statement.addBatch();
                last = new End(link.position(), link.hash());
            }
            statement.executeBatch();
        }
        return last;
    }

    private static void move(Connection database, String end, End to) throws SQLException {
        String sql = "UPDATE chronicles.audit_chain SET " + end + "_position = ?, " + end + "_hash = ?";
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setLong(1, to.position());
            statement.setBytes(2, to.hash());
            statement.executeUpdate();
        }
    }

    private static void clear(Connection database, End former) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("""
                DELETE FROM chronicles.audit_pending
                 WHERE id IN (SELECT id FROM chronicles.audit_log WHERE position > ?)""")) {
            statement.setLong(1, former.position());
            statement.executeUpdate();
        }
    }

    /** Rows stand in the log nearly, but not quite, in the order of their times: the first that is to stay ends it. */
    private static Optional<End> lastBefore(Connection database, End anchor, Instant before) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("""
                WITH oldest AS (SELECT position, hash, recorded_at FROM chronicles.audit_log
                                 WHERE position > ? ORDER BY position LIMIT ?)
                SELECT position, hash FROM oldest
                 WHERE position < coalesce((SELECT min(position) FROM oldest WHERE recorded_at >= ?), ?)
                 ORDER BY position DESC LIMIT 1""")) {
            statement.setLong(1, anchor.position());
            statement.setInt(2, BATCH);
            statement.setObject(3, before.atOffset(ZoneOffset.UTC));
            statement.setLong(4, Long.MAX_VALUE);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new End(row.getLong(1), row.getBytes(2))) : Optional.empty();
            }
        }
    }

    private static int delete(Connection database, End last) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("DELETE FROM chronicles.audit_log WHERE position <= ?")) {
            statement.setLong(1, last.position());
            return statement.executeUpdate();
        }
    }
}
