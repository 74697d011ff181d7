package com.aichatchronicles.likes;

import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** The comments that somebody likes. */
@Dependent
class LikedCommentQueries {
    /** The list is counted up to here, because what is counted depends on what the caller may see. */
    private static final int COUNTED = 1_000;

    private static final String FROM = """
            FROM public.likes k
            JOIN public.comments m ON m.id = k.comment_id
            JOIN public.conversations c ON c.id = m.conversation_id
            WHERE k.comment_id IS NOT NULL AND m.hidden_at IS NULL AND m.deleted_at IS NULL AND k.user_id = ?""";

    @PersistenceContext
    EntityManager entities;

    Page<LikedCommentView> page(Viewer reader, PageRequest page) {
        Sql sql = new Sql()
                .add("SELECT k.comment_id, c.id AS conversation, c.title, k.created_at")
                .add(FROM, reader.id());
        reader.restrict(sql);
        if (page.after() != null) {
            sql.add(
                    "AND (k.created_at, k.comment_id) < (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        List<LikedCommentView> rows = sql.add(
                        "ORDER BY k.created_at DESC, k.comment_id DESC LIMIT ? OFFSET ?", page.rows(), page.offset())
                .list(entities::createNativeQuery, LikedCommentQueries::view);
        return page.fill(rows, count(reader), row -> Position.at(row.likedAt(), row.commentId()), row -> row);
    }

    private long count(Viewer reader) {
        Sql sql = reader.restrict(new Sql().add("SELECT count(*) FROM (SELECT " + FROM, reader.id()));
        Object total = sql.add("LIMIT ?) AS counted", COUNTED)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return ((Number) total).longValue();
    }

    private static LikedCommentView view(Object row) {
        Object[] column = (Object[]) row;
        return new LikedCommentView(
                (UUID) column[0], (UUID) column[1], (String) column[2], ((Timestamp) column[3]).toInstant());
    }
}
