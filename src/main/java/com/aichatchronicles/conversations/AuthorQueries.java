package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The published conversations of some authors together, newest first. */
@Dependent
public class AuthorQueries {
    private static final int CREATED_AT = 11;

    @PersistenceContext
    EntityManager entities;

    /**
     * @param author whose
     * @param total how many there are
     * @param request what to show
     * @return one page
     */
    public Page<ConversationView> page(UUID author, long total, CardRequest request) {
        return page(new Authors("SELECT CAST(? AS uuid)", author), total, request);
    }

    /**
     * @param authors whose; some thousands at most
     * @param request what to show
     * @return one page
     */
    public Page<ConversationView> page(Authors authors, CardRequest request) {
        return page(authors, total(authors), request);
    }

    /**
     * Whose conversations.
     *
     * @param ids SQL of a query for their ids, a constant of the feature that asks
     * @param value its parameter
     */
    public record Authors(String ids, UUID value) {}

    private Page<ConversationView> page(Authors authors, long total, CardRequest request) {
        List<?> rows = rows(authors, request).by(entities::createNativeQuery).getResultList();
        return request.page()
                .fill(rows, total, AuthorQueries::position, row -> ConversationRows.view(row, request.members()));
    }

    /** Takes the newest of each author from an index and merges them: it costs as much as there are authors. */
    private static Sql rows(Authors authors, CardRequest request) {
        PageRequest page = request.page();
        String newest = "ORDER BY c.created_at DESC, c.id DESC";
        Sql sql = new Sql()
                .add(ConversationRows.select(request.members()))
                .add("FROM (SELECT c.id FROM (" + authors.ids() + ") a (id) CROSS JOIN LATERAL (", authors.value())
                .add("SELECT c.id, c.created_at FROM public.conversations c")
                .add("WHERE c.author_id = a.id AND c.published");
        if (page.after() != null) {
            sql.add(
                    "AND (c.created_at, c.id) < (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        return sql.add(newest + " LIMIT ?) c", page.offset() + page.rows())
                .add(newest + " LIMIT ? OFFSET ?) k", page.rows(), page.offset())
                .add("JOIN public.conversations c ON c.id = k.id JOIN public.profiles p ON p.id = c.author_id")
                .add(newest);
    }

    private long total(Authors authors) {
        Object total = new Sql()
                .add("SELECT coalesce(sum(t.conversations), 0) FROM (" + authors.ids() + ") a (id)", authors.value())
                .add("JOIN chronicles.conversation_totals t ON t.scope = 'author' AND t.name = CAST(a.id AS text)")
                .by(entities::createNativeQuery)
                .getSingleResult();
        return ((Number) total).longValue();
    }

    private static Position position(Object row) {
        Object[] column = (Object[]) row;
        return Position.at(ConversationRows.instant(column[CREATED_AT]), (UUID) column[0]);
    }
}
