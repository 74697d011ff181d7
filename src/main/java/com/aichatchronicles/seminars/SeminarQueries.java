package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.http.Page;
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
import java.util.function.Function;

/** Lists of seminars and of participants, and single seminars. */
@Dependent
class SeminarQueries {
    /** A list is counted up to here; what lies behind can still be paged to. */
    private static final int COUNTED = 10_000;

    private static final String SELECT = """
            SELECT s.id, s.title, s.description, s.host_id, p.full_name, p.username, p.avatar_url, s.scheduled_at,
                   coalesce(s.duration_minutes, 60), s.max_participants, s.category, coalesce(s.status, 'upcoming'),
                   CASE WHEN ? OR s.host_id = ? OR r.id IS NOT NULL THEN s.meeting_url END, s.participants_count,
                   r.id IS NOT NULL, s.created_at, s.updated_at, s.version
              FROM public.seminars s JOIN public.profiles p ON p.id = s.host_id
              LEFT JOIN public.seminar_participants r ON r.seminar_id = s.id AND r.user_id = ?""";
    private static final String OWN = """
            AND s.id IN (SELECT id FROM public.seminars WHERE host_id = ?
                          UNION ALL SELECT seminar_id FROM public.seminar_participants WHERE user_id = ?)""";

    @PersistenceContext
    EntityManager entities;

    Optional<SeminarView> lookup(UUID id, Audience audience) {
        return select(audience).add("WHERE s.id = ?", id).first(entities::createNativeQuery, SeminarQueries::view);
    }

    Page<SeminarView> list(SeminarList list, Audience audience, UUID participant) {
        Sql sql = select(audience);
        addConditions(sql, list, participant);
        PageRequest part = list.part();
        String beyond = list.descending() ? "<" : ">";
        addPosition(sql, "AND (s.scheduled_at, s.id) " + beyond, part.after());
        sql.add("ORDER BY s.scheduled_at " + list.direction() + ", s.id " + list.direction())
                .add("LIMIT ? OFFSET ?", part.rows(), part.offset());
        List<SeminarView> rows = sql.list(entities::createNativeQuery, SeminarQueries::view);
        return part.fill(
                rows,
                total(list, participant),
                seminar -> Position.at(seminar.scheduledAt(), seminar.id()),
                Function.identity());
    }

    /** @return the seminars that a person hosts or takes part in, the latest first, so many at most */
    List<SeminarView> latestOf(UUID person, int most) {
        return select(new Audience(person, false))
                .add("WHERE TRUE " + OWN, person, person)
                .add("ORDER BY s.scheduled_at DESC, s.id DESC LIMIT ?", most)
                .list(entities::createNativeQuery, SeminarQueries::view);
    }

    /** @return a page of the participants in the order in which they came, empty for a seminar that doesn't exist */
    Optional<Page<ParticipantView>> participants(UUID seminar, PageRequest part) {
        Sql sql = new Sql()
                .add("SELECT p.id, p.full_name, p.username, p.avatar_url, r.registered_at, r.id")
                .add("FROM public.seminar_participants r JOIN public.profiles p ON p.id = r.user_id")
                .add("WHERE r.seminar_id = ?", seminar);
        addPosition(sql, "AND (r.registered_at, r.id) >", part.after());
        sql.add("ORDER BY r.registered_at, r.id LIMIT ? OFFSET ?", part.rows(), part.offset());
        return seatsTaken(seminar).map(total -> {
            List<ParticipantView> rows = sql.list(entities::createNativeQuery, SeminarQueries::participant);
            return part.fill(
                    rows, total, row -> Position.at(row.registeredAt(), row.registration()), Function.identity());
        });
    }

    private Optional<Integer> seatsTaken(UUID seminar) {
        return new Sql()
                .add("SELECT participants_count FROM public.seminars WHERE id = ?", seminar)
                .first(entities::createNativeQuery, count -> ((Number) count).intValue());
    }

    private static void addPosition(Sql sql, String comparison, Position after) {
        if (after != null) {
            sql.add(comparison + " (CAST(? AS timestamptz), ?)", after.time(), after.id());
        }
    }

    private long total(SeminarList list, UUID participant) {
        Sql sql = new Sql().add("SELECT count(*) FROM (SELECT FROM public.seminars s");
        addConditions(sql, list, participant);
        Object total = sql.add("LIMIT ?) AS counted", COUNTED)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return ((Number) total).longValue();
    }

    private static Sql select(Audience audience) {
        return new Sql().add(SELECT, audience.seesAll(), audience.id(), audience.id());
    }

    private static void addConditions(Sql sql, SeminarList list, UUID participant) {
        sql.add("WHERE TRUE")
                .addIf(participant != null, OWN, participant, participant)
                .addIf(list.status() != null, "AND s.status = ?", list.status())
                .addIf(list.category() != null, "AND s.category = ?", list.category())
                .addIf(list.from() != null, "AND s.scheduled_at >= ?", timestamp(list.from()))
                .addIf(list.to() != null, "AND s.scheduled_at < ?", timestamp(list.to()));
    }

    private static SeminarView view(Object row) {
        Object[] column = (Object[]) row;
        UUID hostId = (UUID) column[3];
        return new SeminarView(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                hostId,
                new Host(hostId, (String) column[4], (String) column[5], (String) column[6]),
                instant(column[7]),
                ((Number) column[8]).intValue(),
                column[9] == null ? null : ((Number) column[9]).intValue(),
                (String) column[10],
                (String) column[11],
                (String) column[12],
                ((Number) column[13]).intValue(),
                (Boolean) column[14],
                instant(column[15]),
                instant(column[16]),
                ((Number) column[17]).longValue());
    }

    private static ParticipantView participant(Object row) {
        Object[] column = (Object[]) row;
        return new ParticipantView(
                (UUID) column[0], (String) column[1], (String) column[2], (String) column[3], instant(column[4]), (UUID)
                        column[5]);
    }

    private static Timestamp timestamp(Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
