package com.aichatchronicles.audit;

import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds rows of the log. */
@Stateless
public class AuditReadService {
    /** How many rows an export reads at a time. */
    static final int BATCH = 1000;

    /** What lies behind that many can still be paged to, but is not counted. */
    private static final int COUNTED = 10_000;

    @PersistenceContext
    EntityManager entities;

    /**
     * @param filter which rows
     * @param page which part of them
     * @return the last first
     * @throws SQLException if the database fails
     */
    public Page<AuditView> list(AuditFilter filter, PageRequest page) throws SQLException {
        Sql sql =
                filtered(new Sql().add("SELECT " + AuditQueries.ALL + " FROM chronicles.audit_log WHERE TRUE"), filter);
        if (page.after() != null) {
            sql.add(
                    "AND (recorded_at, id) < (CAST(? AS timestamptz), CAST(? AS uuid))",
                    page.after().time(),
                    page.after().id().toString());
        }
        List<AuditQueries.StoredLink> rows = read(sql.add("ORDER BY recorded_at DESC, id DESC LIMIT ?", page.rows()));
        return page.fill(rows, count(filter), AuditReadService::position, AuditQueries.StoredLink::view);
    }

    /**
     * @param filter which rows
     * @param after the position of the last one that is known, 0 for none
     * @return the next ones in the order of the chain, at most {@link #BATCH}
     * @throws SQLException if the database fails
     */
    public List<AuditView> next(AuditFilter filter, long after) throws SQLException {
        Sql sql = filtered(
                new Sql().add("SELECT " + AuditQueries.ALL + " FROM chronicles.audit_log WHERE position > ?", after),
                filter);
        return read(sql.add("ORDER BY position LIMIT ?", BATCH)).stream()
                .map(AuditQueries.StoredLink::view)
                .toList();
    }

    private long count(AuditFilter filter) {
        Sql sql = filtered(new Sql().add("SELECT count(*) FROM (SELECT FROM chronicles.audit_log WHERE TRUE"), filter);
        return ((Number) sql.add("LIMIT ?) l", COUNTED)
                        .by(entities::createNativeQuery)
                        .getSingleResult())
                .longValue();
    }

    private static Sql filtered(Sql sql, AuditFilter filter) {
        return sql.addIf(filter.actor() != null, "AND actor_id = CAST(? AS uuid)", text(filter.actor()))
                .addIf(filter.subject() != null, "AND subject_id = CAST(? AS uuid)", text(filter.subject()))
                .addIf(filter.action() != null, "AND action = ?", filter.action())
                .addIf("refused".equals(filter.outcome()), "AND outcome = 'refused'")
                .addIf("done".equals(filter.outcome()), "AND outcome = 'done'")
                .addIf(filter.from() != null, "AND recorded_at >= CAST(? AS timestamptz)", text(filter.from()))
                .addIf(filter.to() != null, "AND recorded_at < CAST(? AS timestamptz)", text(filter.to()));
    }

    private List<AuditQueries.StoredLink> read(Sql sql) throws SQLException {
        Connection database = entities.unwrap(Connection.class);
        try (PreparedStatement statement = database.prepareStatement(sql.text().replaceAll("\\?\\d+", "?"))) {
            for (int i = 0; i < sql.values().size(); i++) {
                statement.setObject(i + 1, sql.values().get(i));
            }
            List<AuditQueries.StoredLink> links = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(AuditQueries.link(rows));
                }
            }
            return links;
        }
    }

    private static Position position(AuditQueries.StoredLink row) {
        return Position.at(row.link().entry().recordedAt(), row.link().entry().id());
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
