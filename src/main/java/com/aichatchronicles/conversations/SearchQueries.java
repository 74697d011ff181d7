package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Pagination;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;

/**
 * Full-text search. Ranking reads the vector of each match, so only the newest thousand matches are ranked, and a search
 * shows no more than these. Where no text has the words, texts with words that begin like them are shown, and where
 * there are none of these either, titles and excerpts with similar words.
 */
@Dependent
class SearchQueries {
    static final int CANDIDATES = 1000;

    /** PostgreSQL gives up a search after it, and the caller gets 503. */
    private static final int PATIENCE_MILLISECONDS = 5000;

    private static final String SEARCHED = "left(c.title, 1000) || ' ' || left(coalesce(c.excerpt, ''), 1000)";
    private static final String HEADLINE =
            "ts_headline('pg_catalog.english', chronicles.spaced(translate(replace(%s, '**', ''), '"
                    + Highlight.START + Highlight.STOP + "', '')), q.words, 'StartSel=" + Highlight.START + ", StopSel="
                    + Highlight.STOP + ", %s')";

    private static final String NO_TERM = "CAST(NULL AS text)";

    @PersistenceContext
    EntityManager entities;

    ConversationQueries.Slice search(ListRequest request) {
        ConversationQueries.Slice exact = run(request, exactly(request.term()));
        if (exact.pagination().total() > 0) {
            return exact;
        }
        List<String> words = request.term().words();
        if (words.isEmpty()) {
            return exact;
        }
        ConversationQueries.Slice beginnings = run(request, beginnings(words));
        return beginnings.pagination().total() > 0 ? beginnings : run(request, similar(String.join(" ", words)));
    }

    /**
     * A way to search.
     *
     * @param words SQL of the tsquery that hits are highlighted by
     * @param term SQL of the plain text that similar words are looked for with
     * @param values the parameters of both
     * @param matches SQL of the condition on the conversation named c
     * @param rank SQL of how well c fits
     */
    private record Method(String words, String term, List<?> values, String matches, String rank) {}

    private static Method exactly(SearchTerm term) {
        return new Method(
                "websearch_to_tsquery('pg_catalog.english', ?)",
                NO_TERM,
                List.of(term.webSearch()),
                "c.search @@ q.words",
                "ts_rank(c.search, q.words)");
    }

    private static Method beginnings(List<String> words) {
        String each = "(to_tsquery('pg_catalog.simple', ? || ':*') || plainto_tsquery('pg_catalog.english', ?))";
        String all = String.join(" && ", words.stream().map(word -> each).toList());
        List<String> values =
                words.stream().flatMap(word -> List.of(word, word).stream()).toList();
        return new Method(all, NO_TERM, values, "c.search @@ q.words", "ts_rank(c.search, q.words)");
    }

    private static Method similar(String words) {
        return new Method(
                "plainto_tsquery('pg_catalog.english', ?)",
                "CAST(? AS text)",
                List.of(words, words),
                "q.term <% (" + SEARCHED + ")",
                "word_similarity(q.term, " + SEARCHED + ")");
    }

    private ConversationQueries.Slice run(ListRequest request, Method method) {
        long offset = (request.pageNumber() - 1L) * request.limit();
        Sql sql = candidates(request, method)
                .add(", page AS (SELECT c.id, k.rank FROM ranked k JOIN public.conversations c USING (id)");
        addOrder(sql, request.order());
        sql.add("LIMIT ? OFFSET ?)", request.limit(), offset)
                .add(ConversationRows.select(request.members()) + ", k.rank, ")
                .add(headline("left(c.content, 100000)", "MaxFragments=2, MaxWords=30, MinWords=10") + ", ")
                .add(headline("left(c.title, 1000)", "HighlightAll=true") + ", (SELECT count(*) FROM ranked)")
                .add("FROM q CROSS JOIN page k JOIN public.conversations c USING (id)")
                .add("JOIN public.profiles p ON p.id = c.author_id");
        addOrder(sql, request.order());
        List<?> rows = sql.by(this::patient).getResultList();
        long total = rows.isEmpty() && offset > 0 ? count(request, method) : totalIn(rows);
        List<ConversationView> hits =
                rows.stream().map(row -> hit(row, request.members())).toList();
        return new ConversationQueries.Slice(hits, pagination(request, total, offset + hits.size()));
    }

    private long count(ListRequest request, Method method) {
        Object total = candidates(request, method)
                .add("SELECT count(*) FROM ranked")
                .by(this::patient)
                .getSingleResult();
        return ((Number) total).longValue();
    }

    private Query patient(String sql) {
        return entities.createNativeQuery(sql).setHint("jakarta.persistence.query.timeout", PATIENCE_MILLISECONDS);
    }

    /** The matches are found first and sorted then; else the planner may walk all dates in search of a rare word. */
    private static Sql candidates(ListRequest request, Method method) {
        Sql sql = new Sql()
                .add("WITH q (words, term) AS MATERIALIZED (")
                .add(
                        "SELECT " + method.words() + ", " + method.term(),
                        method.values().toArray())
                .add("), matches AS MATERIALIZED (SELECT c.id, c.created_at FROM public.conversations c CROSS JOIN q");
        ConversationQueries.addConditions(sql, request.filter());
        return sql.add("AND " + method.matches())
                .add("), newest AS (SELECT id FROM matches ORDER BY created_at DESC, id DESC LIMIT ?)", CANDIDATES)
                .add("""
                        , ranked AS MATERIALIZED (
                            SELECT c.id, CAST(%s AS double precision) AS rank
                              FROM newest JOIN public.conversations c USING (id) CROSS JOIN q)""".formatted(method.rank()));
    }

    private static void addOrder(Sql sql, ListRequest.Order order) {
        String expression = order.sort() == null ? "k.rank" : order.sort().expression();
        sql.add("ORDER BY " + expression + ' ' + order.direction() + ", c.id " + order.direction());
    }

    private static String headline(String text, String options) {
        return HEADLINE.formatted(text, options);
    }

    private static long totalIn(List<?> rows) {
        return rows.isEmpty() ? 0 : ((Number) ((Object[]) rows.get(0))[22]).longValue();
    }

    private static ConversationView hit(Object row, ConversationMembers members) {
        Object[] column = (Object[]) row;
        String content = (String) column[20];
        String fragment = Highlight.hits(content) ? content : (String) column[21];
        String shown = Highlight.hits(fragment) ? fragment : content;
        return ConversationRows.hit(row, members, ((Number) column[19]).doubleValue(), Highlight.html(shown));
    }

    private static Pagination pagination(ListRequest request, long total, long seen) {
        int page = request.pageNumber();
        boolean more = seen < total && seen > 0;
        String next = more ? Cursor.toPage(page + 1).encode() : null;
        return Pagination.of(page, request.limit(), total, next);
    }
}
