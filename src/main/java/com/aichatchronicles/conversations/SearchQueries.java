package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Pagination;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;

/**
 * Full-text search. Ranking reads the vector of each match, so only the newest thousand matches are ranked, and a
 * search shows no more than these. Where no text has the words, texts with words that begin like them are shown, and
 * where there are none of these either, titles and excerpts with similar words.
 */
@Dependent
class SearchQueries {
    static final int CANDIDATES = 1000;

    /** PostgreSQL gives up a search after it, and the caller gets 503. */
    private static final int PATIENCE_MILLISECONDS = 2000;

    private static final String SEARCHED = "left(c.title, 1000) || ' ' || left(coalesce(c.excerpt, ''), 1000)";
    private static final int TITLE = 1;
    private static final int CONTENT = 2;

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
     * @param ranked the columns of c that the rank depends on
     * @param rank SQL of how well c fits
     */
    private record Method(String words, String term, List<?> values, String matches, String ranked, String rank) {}

    private static Method exactly(SearchTerm term) {
        return new Method(
                "websearch_to_tsquery('pg_catalog.english', ?)",
                NO_TERM,
                List.of(term.webSearch()),
                "c.search @@ q.words",
                "c.search",
                "ts_rank(c.search, q.words)");
    }

    private static Method beginnings(List<String> words) {
        String each = "(to_tsquery('pg_catalog.simple', ? || ':*') || plainto_tsquery('pg_catalog.english', ?))";
        String all = String.join(" && ", words.stream().map(word -> each).toList());
        List<String> values =
                words.stream().flatMap(word -> List.of(word, word).stream()).toList();
        return new Method(all, NO_TERM, values, "c.search @@ q.words", "c.search", "ts_rank(c.search, q.words)");
    }

    private static Method similar(String words) {
        return new Method(
                "plainto_tsquery('pg_catalog.english', ?)",
                "CAST(? AS text)",
                List.of(words, words),
                "q.term <% (" + SEARCHED + ")",
                "c.title, c.excerpt",
                "word_similarity(q.term, " + SEARCHED + ")");
    }

    private ConversationQueries.Slice run(ListRequest request, Method method) {
        long offset = (request.pageNumber() - 1L) * request.limit();
        String direction = request.order().direction();
        Sql sql = candidates(request, method)
                .add(", page AS (SELECT id, sorted FROM ranked ORDER BY sorted " + direction + ", id " + direction)
                .limit(request.limit())
                .offset(offset)
                .add(")")
                .add(ConversationRows.select(request.members()))
                .add(", " + (byRank(request) ? "k.sorted" : rank(method)) + ", CAST(q.words AS text)")
                .add(", " + searched(request.members()) + ", (SELECT count(*) FROM ranked)")
                .add("FROM q CROSS JOIN page k JOIN public.conversations c USING (id)")
                .add("JOIN public.profiles p ON p.id = c.author_id")
                .add("ORDER BY k.sorted " + direction + ", c.id " + direction);
        List<?> rows = sql.by(this::patient).getResultList();
        long total = rows.isEmpty() && offset > 0 ? count(request, method) : totalIn(rows);
        List<ConversationView> hits = hits(rows, request.members());
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

    /**
     * The matches are found first and sorted then: without {@code OFFSET 0} the planner may walk all dates in search of
     * a rare word. Whatever the order and the rank need comes along, so that no candidate is looked up again; of a long
     * vector that is a pointer.
     */
    private static Sql candidates(ListRequest request, Method method) {
        boolean byRank = byRank(request);
        String carried = byRank ? method.ranked() : request.order().sort().expression() + " AS sorted";
        Sql sql = new Sql()
                .add("WITH q (words, term) AS MATERIALIZED (")
                .add(
                        "SELECT " + method.words() + ", " + method.term(),
                        method.values().toArray())
                .add("), newest AS (SELECT * FROM (SELECT c.id, c.created_at, " + carried)
                .add("FROM public.conversations c CROSS JOIN q");
        ConversationQueries.addConditions(sql, request.filter());
        return sql.add("AND " + method.matches())
                .add("OFFSET 0) matches ORDER BY created_at DESC, id DESC")
                .limit(CANDIDATES)
                .add("), ranked AS MATERIALIZED (SELECT c.id, " + (byRank ? rank(method) : "c.sorted") + " AS sorted")
                .add("FROM newest c CROSS JOIN q)");
    }

    private static boolean byRank(ListRequest request) {
        return request.order().sort() == null;
    }

    private static String rank(Method method) {
        return "CAST(" + method.rank() + " AS double precision)";
    }

    /** @return SQL of the text that hits are shown of, NULL where it is read anyway or nobody sees it */
    private static String searched(ConversationMembers members) {
        boolean read = members.has("content") || !members.has("highlight");
        return read ? "NULL" : "left(c.content, " + Highlighter.LONGEST_CONTENT + ")";
    }

    private static long totalIn(List<?> rows) {
        return rows.isEmpty() ? 0 : ((Number) ((Object[]) rows.get(0))[ConversationRows.WIDTH + 3]).longValue();
    }

    private static List<ConversationView> hits(List<?> rows, ConversationMembers members) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Highlighter highlighter = new Highlighter((String) ((Object[]) rows.get(0))[ConversationRows.WIDTH + 1]);
        return rows.stream()
                .map(row -> hit((Object[]) row, members, highlighter))
                .toList();
    }

    private static ConversationView hit(Object[] row, ConversationMembers members, Highlighter highlighter) {
        double rank = ((Number) row[ConversationRows.WIDTH]).doubleValue();
        if (!members.has("highlight")) {
            return ConversationRows.hit(row, members, rank, null);
        }
        Object text = members.has("content") ? row[CONTENT] : row[ConversationRows.WIDTH + 2];
        return ConversationRows.hit(row, members, rank, highlighter.html((String) row[TITLE], (String) text));
    }

    private static Pagination pagination(ListRequest request, long total, long seen) {
        int page = request.pageNumber();
        boolean more = seen < total && seen > 0;
        String next = more ? Cursor.toPage(page + 1).encode() : null;
        return Pagination.of(page, request.limit(), total, next);
    }
}
