package com.aichatchronicles.postmaster;

import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks into the queue, whose table belongs to the mails; a mail that has left is none of an admin's. */
@Dependent
class MailQueries {
    /** What lies behind that many can still be paged to, but is not counted. */
    private static final int COUNTED = 10_000;

    private static final String MAILS = """
            SELECT id, kind, state, address, account_id, attempts, failures, last_error, created_at,
                   CASE state WHEN 'waiting' THEN due_at END, CASE state WHEN 'dead' THEN ended_at END
              FROM chronicles.mails""";

    @PersistenceContext
    EntityManager entities;

    Optional<MailView> lookup(UUID id) {
        return mails(new Sql().add(MAILS + " WHERE id = ? AND state <> 'sent'", id)).stream()
                .findFirst();
    }

    /** @return dead letters, one more than wanted if there are more, the latest to die first */
    List<MailView> dead(PageRequest page) {
        Sql sql = new Sql().add(MAILS + " WHERE state = 'dead'");
        after(sql, "(ended_at, id) <", page.after());
        return mails(sql.add("ORDER BY ended_at DESC, id DESC LIMIT ?", page.rows()));
    }

    /** @return mails that wait, one more than wanted if there are more, the next to be tried first */
    List<MailView> waiting(PageRequest page) {
        Sql sql = new Sql().add(MAILS + " WHERE state = 'waiting'");
        after(sql, "(due_at, id) >", page.after());
        return mails(sql.add("ORDER BY due_at, id LIMIT ?", page.rows()));
    }

    long count(String state) {
        Sql sql = new Sql()
                .add("SELECT count(*) FROM (SELECT FROM chronicles.mails WHERE state = ? LIMIT ?) m", state, COUNTED);
        return ((Number) sql.by(entities::createNativeQuery).getSingleResult()).longValue();
    }

    private static void after(Sql sql, String comparison, Position last) {
        if (last != null) {
            sql.add("AND " + comparison + " (CAST(? AS timestamptz), ?)", last.time(), last.id());
        }
    }

    private List<MailView> mails(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().map(row -> mail((Object[]) row)).toList();
    }

    private static MailView mail(Object[] column) {
        return new MailView(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                (String) column[3],
                (UUID) column[4],
                ((Number) column[5]).intValue(),
                ((Number) column[6]).intValue(),
                (String) column[7],
                instant(column[8]),
                instant(column[9]),
                instant(column[10]));
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
