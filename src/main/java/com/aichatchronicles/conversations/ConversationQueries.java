package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Pagination;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of conversations and single ones. */
@Dependent
class ConversationQueries {
    /** A list that has no total of its own is counted up to here; what lies behind can still be paged to. */
    private static final int COUNTED = 100_000;

    private static final String FROM = " FROM public.conversations c JOIN public.profiles p ON p.id = c.author_id ";

    @PersistenceContext
    EntityManager entities;

    /**
     * One page of a list.
     *
     * @param views the conversations
     * @param pagination where they lie
     */
    record Slice(List<ConversationView> views, Pagination pagination) {}

    Optional<ConversationView> lookup(UUID id, ConversationMembers members) {
        List<?> rows = new Sql()
                .add(ConversationRows.select(members) + FROM + "WHERE c.id = ?", id)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().findFirst().map(row -> ConversationRows.view(row, members));
    }

    Slice list(ListRequest request) {
        ListRequest.Order order = request.order();
        Sql sql = new Sql().add(ConversationRows.select(request.members()));
        if (request.filter().hasTotalOfItsOwn()) {
            addTotal(sql.add(", ("), request.filter());
            sql.add(")");
        }
        sql.add("FROM (SELECT c.id FROM public.conversations c");
        addConditions(sql, request.filter());
        addCursor(sql, request);
        addOrder(sql, order, "c.id");
        addPart(sql, request)
                .add(") k JOIN public.conversations c ON c.id = k.id JOIN public.profiles p ON p.id = c.author_id");
        addOrder(sql, order, "c.id");
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        List<ConversationView> views = rows.stream()
                .map(row -> ConversationRows.view(row, request.members()))
                .toList();
        return slice(request, views, total(request.filter(), rows));
    }

    List<ConversationView> featured(int limit, ConversationMembers members) {
        List<ConversationView> featured = newest("AND c.featured", limit, members);
        return featured.isEmpty() ? newest("", limit, members) : featured;
    }

    /** Adds the WHERE of a filter on the table named c. */
    static void addConditions(Sql sql, ListRequest.Filter filter) {
        sql.add(filter.withDrafts() ? "WHERE TRUE" : "WHERE c.published")
                .addIf(filter.author() != null, "AND c.author_id = ?", filter.author())
                .addIf(filter.category() != null, "AND c.category = ?", filter.category())
                .addIf(filter.aiModel() != null, "AND c.ai_model = ?", filter.aiModel())
                .addIf(
                        !filter.tags().isEmpty(),
                        "AND c.tags && CAST(? AS text[])",
                        TextArrayConverter.literal(filter.tags()))
                .addIf(
                        !filter.everyTag().isEmpty(),
                        "AND c.tags @> CAST(? AS text[])",
                        TextArrayConverter.literal(filter.everyTag()));
    }

    private List<ConversationView> newest(String condition, int limit, ConversationMembers members) {
        return new Sql()
                .add(ConversationRows.select(members) + FROM + "WHERE c.published " + condition)
                .add("ORDER BY c.created_at DESC, c.id DESC")
                .limit(limit)
                .list(entities::createNativeQuery, row -> ConversationRows.view(row, members));
    }

    private static void addCursor(Sql sql, ListRequest request) {
        Cursor cursor = request.cursor();
        if (cursor == null) {
            return;
        }
        String comparison = cursor.descending() ? "<" : ">";
        sql.add(
                "AND (" + cursor.sort().expression() + ", c.id) " + comparison + " (CAST(? AS "
                        + cursor.sort().type() + "), ?)",
                cursor.value(),
                cursor.id());
    }

    private static void addOrder(Sql sql, ListRequest.Order order, String id) {
        String direction = order.direction();
        sql.add("ORDER BY " + order.sort().expression() + ' ' + direction + ", " + id + ' ' + direction);
    }

    /** How often a tag or a model occurs decides how to look for it, so these are planned for the value itself. */
    private static Sql addPart(Sql sql, ListRequest request) {
        int most = request.limit() + 1;
        long skipped = request.cursor() == null ? (request.page() - 1L) * request.limit() : 0;
        return request.filter().hasTotalOfItsOwn()
                ? sql.limit(most).offset(skipped)
                : sql.add("LIMIT ? OFFSET ?", most, skipped);
    }

    private static Slice slice(ListRequest request, List<ConversationView> rows, long total) {
        boolean more = rows.size() > request.limit();
        List<ConversationView> shown = more ? rows.subList(0, request.limit()) : rows;
        int page = request.pageNumber();
        String next = more ? next(request.order(), page, shown.get(shown.size() - 1)) : null;
        return new Slice(shown, Pagination.of(page, request.limit(), total, next));
    }

    private static String next(ListRequest.Order order, int page, ConversationView last) {
        Sort sort = order.sort();
        return new Cursor(sort, order.descending(), page + 1, last.id(), sort.valueIn(last)).encode();
    }

    /** @param rows of the page, each with the total at its end if the list has one of its own */
    private long total(ListRequest.Filter filter, List<?> rows) {
        if (filter.hasTotalOfItsOwn()) {
            return rows.isEmpty()
                    ? number(addTotal(new Sql(), filter))
                    : ((Number) ((Object[]) rows.get(0))[ConversationRows.WIDTH]).longValue();
        }
        Sql sql = new Sql().add("SELECT count(*) FROM (SELECT FROM public.conversations c");
        addConditions(sql, filter);
        return number(sql.add("LIMIT ?) AS counted", COUNTED));
    }

    private static Sql addTotal(Sql sql, ListRequest.Filter filter) {
        String name = filter.author() != null ? filter.author().toString() : filter.category();
        String scope = filter.author() != null ? "author" : name != null ? "category" : "all";
        return sql.add("SELECT coalesce(sum(conversations), 0) FROM chronicles.conversation_totals")
                .add("WHERE name = ?", name == null ? "" : name)
                .add("AND scope IN ('" + scope + (filter.withDrafts() ? "', 'drafts')" : "')"));
    }

    private long number(Sql sql) {
        return ((Number) sql.by(entities::createNativeQuery).getSingleResult()).longValue();
    }
}
