package com.aichatchronicles.notifications;

import com.aichatchronicles.conversations.Author;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** Reads and writes notifications. */
@Dependent
class NotificationQueries {
    /** What lies behind that many can still be paged to, but is not counted. */
    private static final int COUNTED = 10_000;

    private static final String SELECT = """
            SELECT n.id, n.kind, n.times, p.id, p.full_name, p.username, p.avatar_url, n.conversation_id,
                   CASE WHEN v.published OR v.author_id = n.user_id THEN v.title END,
                   n.comment_id,
                   CASE WHEN (v.published OR v.author_id = n.user_id) AND m.deleted_at IS NULL
                             AND (m.hidden_at IS NULL OR m.author_id = n.user_id) THEN left(m.content, 200) END,
                   n.measure, n.reason, n.read_at IS NOT NULL, n.created_at, n.updated_at
              FROM chronicles.notifications n
              LEFT JOIN public.profiles p ON p.id = n.actor_id
              LEFT JOIN public.conversations v ON v.id = n.conversation_id
              LEFT JOIN public.comments m ON m.id = n.comment_id""";
    private static final String FOLD = """
            ON CONFLICT (user_id, kind, about) WHERE read_at IS NULL DO UPDATE
               SET times = n.times + 1, actor_id = excluded.actor_id, comment_id = excluded.comment_id,
                   updated_at = CASE WHEN n.updated_at < excluded.updated_at - interval '1 minute'
                                     THEN excluded.updated_at ELSE n.updated_at END""";

    @PersistenceContext
    EntityManager entities;

    /** Adds the news to the unread notification about the same thing, or makes one, unless they don't want it. */
    void tell(UUID id, News news, String now) {
        String kind = news.kind().text();
        new Sql()
                .add("INSERT INTO chronicles.notifications AS n (id, user_id, kind, about, actor_id, conversation_id,")
                .add("comment_id, measure, reason, created_at, updated_at)")
                .add("SELECT CAST(? AS uuid), p.id, ?, ?, CAST(? AS uuid),", id, kind, news.about(), news.actor())
                .add("CAST(? AS uuid), CAST(? AS uuid),", news.conversation(), news.comment())
                .add("CAST(? AS text), CAST(? AS text),", news.measure(), news.reason())
                .add("CAST(? AS timestamptz), CAST(? AS timestamptz)", now, now)
                .add("FROM public.profiles p LEFT JOIN chronicles.notification_preferences w ON w.user_id = p.id")
                .add("WHERE p.id = ? AND NOT ? = ANY (coalesce(w.muted, '{}'))", news.recipient(), kind)
                .add(FOLD)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    /** @return the owner's notifications, one more than wanted if there are more, the last first */
    List<NotificationView> list(UUID owner, boolean unread, PageRequest page) {
        Sql sql = new Sql().add(SELECT + " WHERE n.user_id = ?", owner).addIf(unread, "AND n.read_at IS NULL");
        if (page.after() != null) {
            sql.add(
                    "AND (n.updated_at, n.id) < (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        List<?> rows = sql.add("ORDER BY n.updated_at DESC, n.id DESC LIMIT ?", page.rows())
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    long count(UUID owner, boolean unread) {
        Object number = new Sql()
                .add("SELECT count(*) FROM (SELECT FROM chronicles.notifications WHERE user_id = ?", owner)
                .addIf(unread, "AND read_at IS NULL")
                .add("LIMIT ?) n", COUNTED)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return ((Number) number).longValue();
    }

    /** @return how many rows that changed: 0 if the owner has no such notification */
    int read(UUID owner, UUID id, String now) {
        return new Sql()
                .add("UPDATE chronicles.notifications SET read_at = coalesce(read_at, CAST(? AS timestamptz))", now)
                .add("WHERE id = ? AND user_id = ?", id, owner)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    void readAll(UUID owner, String now) {
        new Sql()
                .add("UPDATE chronicles.notifications SET read_at = CAST(? AS timestamptz)", now)
                .add("WHERE user_id = ? AND read_at IS NULL", owner)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    /** @return how many went; servers that do so at once don't wait for each other */
    int forgetBefore(String time, int most) {
        return new Sql()
                .add("DELETE FROM chronicles.notifications WHERE id IN (SELECT id FROM chronicles.notifications")
                .add("WHERE updated_at < CAST(? AS timestamptz) ORDER BY updated_at LIMIT ?", time, most)
                .add("FOR UPDATE SKIP LOCKED)")
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    private static NotificationView view(Object[] column) {
        Author actor = column[3] == null
                ? null
                : new Author((UUID) column[3], (String) column[4], (String) column[5], (String) column[6]);
        return new NotificationView(
                (UUID) column[0],
                (String) column[1],
                ((Number) column[2]).longValue(),
                actor,
                (UUID) column[7],
                (String) column[8],
                (UUID) column[9],
                (String) column[10],
                (String) column[11],
                (String) column[12],
                Boolean.TRUE.equals(column[13]),
                ((Timestamp) column[14]).toInstant(),
                ((Timestamp) column[15]).toInstant());
    }
}
