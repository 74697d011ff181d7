package com.aichatchronicles.moderation;

import com.aichatchronicles.conversations.Author;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of reports and measures. */
@Dependent
class ModerationQueries {
    /** What lies behind that many can still be paged to, but is not counted. */
    private static final int COUNTED = 10_000;

    private static final String REPORTS = """
            SELECT r.id, r.subject_type, r.subject_id, r.evidence, r.reason, r.note, r.status, r.measure, r.explanation,
                   r.created_at, r.decided_at,
                   a.id, a.full_name, a.username, a.avatar_url, p.id, p.full_name, p.username, p.avatar_url,
                   t.id, t.full_name, t.username, t.avatar_url
              FROM chronicles.reports r JOIN public.profiles a ON a.id = r.author_id
              LEFT JOIN public.profiles p ON p.id = r.reporter_id LEFT JOIN public.profiles t ON t.id = r.taker_id""";
    private static final String MEASURES = """
            SELECT m.id, m.subject_type, m.subject_id, m.author_id, m.measure, m.reason, m.report_id, m.created_at,
                   p.id, p.full_name, p.username, p.avatar_url
              FROM chronicles.moderation_measures m LEFT JOIN public.profiles p ON p.id = m.moderator_id""";

    @PersistenceContext
    EntityManager entities;

    Optional<ReportView> lookup(UUID id) {
        return reports(new Sql().add(REPORTS + " WHERE r.id = ?", id)).stream().findFirst();
    }

    /** @return those of the status, one more than wanted if there are more, the oldest first */
    List<ReportView> reports(String status, PageRequest page) {
        Sql sql = new Sql().add(REPORTS + " WHERE r.status = ?", status);
        if (page.after() != null) {
            sql.add(
                    "AND (r.created_at, r.id) > (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        return reports(sql.add("ORDER BY r.created_at, r.id LIMIT ?", page.rows()));
    }

    /** @return whether a report of this person about the thing is undecided */
    boolean isReported(Subject subject, UUID reporter) {
        return !new Sql()
                .add("SELECT 1 FROM chronicles.reports WHERE status <> 'decided' AND reporter_id = ?", reporter)
                .add("AND subject_type = ? AND subject_id = ?", subject.type().text(), subject.id())
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
    }

    long countReports(String status) {
        return number(new Sql()
                .add(
                        "SELECT count(*) FROM (SELECT FROM chronicles.reports WHERE status = ? LIMIT ?) r",
                        status,
                        COUNTED));
    }

    /** @return those about the subject, or all if it is null, one more than wanted if there are more, newest first */
    List<MeasureView> measures(UUID subject, PageRequest page) {
        Sql sql = new Sql().add(MEASURES + " WHERE TRUE").addIf(subject != null, "AND m.subject_id = ?", subject);
        if (page.after() != null) {
            sql.add(
                    "AND (m.created_at, m.id) < (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        List<?> rows = sql.add("ORDER BY m.created_at DESC, m.id DESC LIMIT ?", page.rows())
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().map(row -> measure((Object[]) row)).toList();
    }

    long countMeasures(UUID subject) {
        return number(new Sql()
                .add("SELECT count(*) FROM (SELECT FROM chronicles.moderation_measures WHERE TRUE")
                .addIf(subject != null, "AND subject_id = ?", subject)
                .add("LIMIT ?) m", COUNTED));
    }

    private List<ReportView> reports(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().map(row -> report((Object[]) row)).toList();
    }

    private long number(Sql sql) {
        return ((Number) sql.by(entities::createNativeQuery).getSingleResult()).longValue();
    }

    private static ReportView report(Object[] column) {
        return new ReportView(
                (UUID) column[0],
                (String) column[1],
                (UUID) column[2],
                (String) column[3],
                person(column, 11),
                person(column, 15),
                (String) column[4],
                (String) column[5],
                (String) column[6],
                person(column, 19),
                (String) column[7],
                (String) column[8],
                instant(column[9]),
                instant(column[10]));
    }

    private static MeasureView measure(Object[] column) {
        return new MeasureView(
                (UUID) column[0],
                (String) column[1],
                (UUID) column[2],
                (UUID) column[3],
                (String) column[4],
                (String) column[5],
                (UUID) column[6],
                person(column, 8),
                instant(column[7]));
    }

    private static Author person(Object[] column, int first) {
        return column[first] == null
                ? null
                : new Author((UUID) column[first], (String) column[first + 1], (String) column[first + 2], (String)
                        column[first + 3]);
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
