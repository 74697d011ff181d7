package com.aichatchronicles.comments;

import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads comments, with as many levels of replies as are wanted in one statement. */
@Dependent
class CommentQueries {
    /** How many replies to one comment are shown beneath it. */
    static final int SHOWN_REPLIES = 3;

    private static final String PLACE =
            "SELECT id, author_id, category, published, threads_count FROM public.conversations WHERE id = ?";
    private static final String PLACE_OF_COMMENT = """
            SELECT v.id, v.author_id, v.category, v.published, c.replies_count
              FROM public.comments c JOIN public.conversations v ON v.id = c.conversation_id WHERE c.id = ?""";

    @PersistenceContext
    EntityManager entities;

    /** @return the conversation, with the number of its threads */
    Optional<Place> place(UUID conversation) {
        return place(new Sql().add(PLACE, conversation));
    }

    /** @return the same, locked against other writers of its comments */
    Optional<Place> lock(UUID conversation) {
        return place(new Sql().add(PLACE, conversation).add("FOR NO KEY UPDATE"));
    }

    /** @return the conversation of a comment, with the number of its replies */
    Optional<Place> placeOf(UUID comment) {
        return place(new Sql().add(PLACE_OF_COMMENT, comment));
    }

    /** @return the same, the conversation locked against other writers of its comments */
    Optional<Place> lockPlaceOf(UUID comment) {
        return place(new Sql().add(PLACE_OF_COMMENT, comment).add("FOR NO KEY UPDATE OF v"));
    }

    Optional<CommentRow> lookup(UUID id) {
        return rows(new Sql()
                        .add(CommentRow.COLUMNS + " 0 FROM public.comments c")
                        .add("LEFT JOIN public.profiles p ON p.id = c.author_id WHERE c.id = ?", id))
                .stream()
                .findFirst();
    }

    /** @return the threads of a conversation, one more than wanted if there are more, and their replies */
    List<CommentRow> threads(UUID conversation, ThreadRequest request) {
        return rows(tree(request, "c.conversation_id = ? AND c.parent_id IS NULL", conversation));
    }

    /** @return the replies to a comment, one more than wanted if there are more, and the replies to these */
    List<CommentRow> replies(UUID parent, ThreadRequest request) {
        return rows(tree(request, "c.parent_id = ?", parent));
    }

    /**
     * Each level takes the first few of the index of its parent, so that the cost depends on what is shown alone.
     * OFFSET 0 has each row looked up by its id: the planner, who can't know how few there are, would rather read all
     * comments.
     */
    static Sql tree(ThreadRequest request, String siblings, UUID owner) {
        Position after = request.page().after();
        String comparison = request.descending() ? " < " : " > ";
        Sql sql = new Sql()
                .add(
                        "WITH RECURSIVE tree (id, depth) AS ((SELECT c.id, 0 FROM public.comments c WHERE " + siblings,
                        owner);
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
                .add("LEFT JOIN LATERAL (SELECT * FROM public.profiles WHERE id = c.author_id OFFSET 0) p ON TRUE")
                .add(request.order("c"));
    }

    private Optional<Place> place(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().findFirst().map(Place::of);
    }

    private List<CommentRow> rows(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().map(CommentRow::of).toList();
    }
}
