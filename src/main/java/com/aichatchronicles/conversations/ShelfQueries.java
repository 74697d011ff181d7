package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
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

/** Lists of conversations that rows of other features point to. What a viewer may not see is passed over. */
@Dependent
public class ShelfQueries {
    /** Such a list is counted up to here, because what is counted depends on the viewer. */
    private static final int COUNTED = 1_000;

    private static final int RANK = ConversationRows.WIDTH;

    @PersistenceContext
    EntityManager entities;

    /**
     * @param shelf the rows
     * @param viewer who looks at them
     * @param request what to show
     * @return one page of the conversations; its total ends at 1,000
     */
    public Page<ConversationView> page(Shelf shelf, Viewer viewer, CardRequest request) {
        return page(shelf, viewer, request, count(shelf, viewer));
    }

    /**
     * @param shelf the rows
     * @param viewer who looks at them
     * @param request what to show
     * @param total how many conversations they may see
     * @return one page of the conversations
     */
    public Page<ConversationView> page(Shelf shelf, Viewer viewer, CardRequest request, long total) {
        List<?> rows =
                rows(shelf, viewer, request).by(entities::createNativeQuery).getResultList();
        return request.page()
                .fill(rows, total, ShelfQueries::position, row -> ConversationRows.view(row, request.members()));
    }

    /**
     * Keeps a conversation from being deleted until the transaction ends, so that a row may point to it.
     *
     * @param conversation its id
     * @param viewer who wants to point to it
     * @throws ApiException CONVERSATION_NOT_FOUND, also for what they may not see
     */
    public void hold(UUID conversation, Viewer viewer) {
        boolean absent = viewer.restrict(
                        new Sql().add("SELECT 1 FROM public.conversations c WHERE c.id = ?", conversation))
                .add("FOR KEY SHARE")
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
        if (absent) {
            throw new ApiException(ErrorCode.CONVERSATION_NOT_FOUND);
        }
    }

    private static Sql rows(Shelf shelf, Viewer viewer, CardRequest request) {
        PageRequest page = request.page();
        Shelf.Order order = shelf.order();
        String direction = order.descending() ? " DESC" : " ASC";
        String sorted = "ORDER BY k." + order.column() + direction + ", k.conversation_id" + direction;
        Sql sql = new Sql()
                .add(ConversationRows.select(request.members()) + ", k." + order.column())
                .add("FROM (SELECT k.conversation_id, k." + order.column());
        from(sql, shelf, viewer);
        if (page.after() != null) {
            String comparison = order.descending() ? "<" : ">";
            sql.add(
                    "AND (k." + order.column() + ", k.conversation_id) " + comparison + " (CAST(? AS " + order.type()
                            + "), ?)",
                    order == Shelf.Order.NEWEST
                            ? page.after().time()
                            : page.after().rank(),
                    page.after().id());
        }
        return sql.add(sorted + " LIMIT ? OFFSET ?", page.rows(), page.offset())
                .add(") k JOIN public.conversations c ON c.id = k.conversation_id")
                .add("JOIN public.profiles p ON p.id = c.author_id " + sorted);
    }

    private long count(Shelf shelf, Viewer viewer) {
        Sql sql = from(new Sql().add("SELECT count(*) FROM (SELECT"), shelf, viewer);
        Object total = sql.add("LIMIT ?) AS counted", COUNTED)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return ((Number) total).longValue();
    }

    private static Sql from(Sql sql, Shelf shelf, Viewer viewer) {
        sql.add("FROM " + shelf.table() + " k JOIN public.conversations c ON c.id = k.conversation_id")
                .add("WHERE k.conversation_id IS NOT NULL AND k." + shelf.ownerColumn() + " = ?", shelf.owner());
        return viewer.restrict(sql);
    }

    private static Position position(Object row) {
        Object[] column = (Object[]) row;
        UUID id = (UUID) column[0];
        return column[RANK] instanceof Timestamp time
                ? Position.at(time.toInstant(), id)
                : new Position(((Number) column[RANK]).longValue(), id);
    }
}
