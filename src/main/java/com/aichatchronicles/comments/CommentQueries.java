package com.aichatchronicles.comments;

import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads comments, with as many levels of replies as are wanted in one statement. */
@Dependent
class CommentQueries {
    /** How many replies to one comment are shown beneath it. */
    static final int SHOWN_REPLIES = 3;

    private static final String PLACE = "v.id AS place, v.author_id AS owner, v.category, v.published, ";
    private static final String PLACE_OF_THREADS = PLACE + "v.threads_count FROM public.conversations v";
    private static final String PLACE_OF_REPLIES = PLACE + "m.replies_count FROM public.comments m"
            + " JOIN public.conversations v ON v.id = m.conversation_id";

    @PersistenceContext
    EntityManager entities;

    /**
     * A list of comments.
     *
     * @param place where they stand
     * @param rows those to be shown, one more than wanted if there are more, and below each the replies to it
     */
    record Discussion(Place place, List<CommentRow> rows) {}

    /** @return the conversation with the number of its threads, locked against other writers of its comments */
    Optional<Place> lock(UUID conversation) {
        return place(new Sql()
                .add("SELECT " + PLACE_OF_THREADS + " WHERE v.id = ?", conversation)
                .add("FOR NO KEY UPDATE"));
    }

    /** @return the conversation of a comment, with the number of its replies */
    Optional<Place> placeOf(UUID comment) {
        return place(new Sql().add("SELECT " + PLACE_OF_REPLIES + " WHERE m.id = ?", comment));
    }

    /** @return the same, the conversation locked against other writers of its comments */
    Optional<Place> lockPlaceOf(UUID comment) {
        return place(new Sql()
                .add("SELECT " + PLACE_OF_REPLIES + " WHERE m.id = ?", comment)
                .add("FOR NO KEY UPDATE OF v"));
    }

    Optional<CommentRow> lookup(UUID id) {
        return rows(new Sql()
                        .add(CommentRow.COLUMNS + " 0 FROM public.comments c")
                        .add("LEFT JOIN public.profiles p ON p.id = c.author_id WHERE c.id = ?", id))
                .findFirst()
                .map(CommentRow::of);
    }

    /** @return the threads of a conversation, empty where there is no such conversation */
    Optional<Discussion> threads(UUID conversation, ThreadRequest request) {
        Sql sql = new Sql().add("SELECT t.*, " + PLACE_OF_THREADS + " LEFT JOIN (");
        addTree(sql, request, "c.conversation_id = ? AND c.parent_id IS NULL", conversation)
                .add(") t ON TRUE WHERE v.id = ?", conversation);
        return discussion(sql.add(request.order("t")));
    }

    /** @return the replies to a comment, empty where there is no such comment */
    Optional<Discussion> replies(UUID parent, ThreadRequest request) {
        Sql sql = new Sql().add("SELECT t.*, " + PLACE_OF_REPLIES + " LEFT JOIN (");
        addTree(sql, request, "c.parent_id = ?", parent).add(") t ON TRUE WHERE m.id = ?", parent);
        return discussion(sql.add(request.order("t")));
    }

    /**
     * Adds a SELECT of comments and the replies below them, in no order. Each level takes the first few of the index of
     * its parent, so that the cost depends on what is shown alone. OFFSET 0 has each row looked up by its id: the
     * planner, who can't know how few there are, would rather read all comments.
     */
    static Sql addTree(Sql sql, ThreadRequest request, String siblings, UUID owner) {
        Position after = request.page().after();
        String comparison = request.descending() ? " < " : " > ";
        sql.add("WITH RECURSIVE tree (id, depth) AS ((SELECT c.id, 0 FROM public.comments c WHERE " + siblings, owner);
        if (after != null) {
            sql.add(
                    "AND (c." + request.sort().column() + ", c.id)" + comparison + "(CAST(? AS "
                            + request.sort().type() + "), ?)",
                    request.sort().text(after),
                    after.id());
        }
        return sql.add(request.order("c") + " LIMIT ?)", request.page().rows())
                .add("UNION ALL SELECT r.id, t.depth + 1 FROM tree t CROSS JOIN LATERAL (")
                .add("SELECT c.id FROM public.comments c WHERE c.parent_id = t.id")
                .add(request.order("c") + " LIMIT ?) r WHERE t.depth < ?)", SHOWN_REPLIES, request.depth())
                .add(CommentRow.COLUMNS + " t.depth FROM tree t")
                .add("CROSS JOIN LATERAL (SELECT * FROM public.comments WHERE id = t.id OFFSET 0) c")
                .add("LEFT JOIN LATERAL (SELECT * FROM public.profiles WHERE id = c.author_id OFFSET 0) p ON TRUE");
    }

    private Optional<Place> place(Sql sql) {
        return rows(sql).findFirst().map(row -> Place.of(row, 0));
    }

    /** The place has a row of its own where there is no comment. */
    private Optional<Discussion> discussion(Sql sql) {
        List<Object[]> rows = rows(sql).toList();
        return rows.stream()
                .findFirst()
                .map(first -> new Discussion(
                        Place.of(first, CommentRow.WIDTH),
                        rows.stream()
                                .filter(row -> row[0] != null)
                                .map(CommentRow::of)
                                .toList()));
    }

    private Stream<Object[]> rows(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().map(Object[].class::cast);
    }
}
