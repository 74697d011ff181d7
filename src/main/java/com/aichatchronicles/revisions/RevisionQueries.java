package com.aichatchronicles.revisions;

import com.aichatchronicles.conversations.Author;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Former texts of conversations, and the present one in the same form. */
@Dependent
class RevisionQueries {
    /** Revisions of one conversation are counted up to here; what lies behind can still be paged to. */
    private static final int COUNTED = 10_000;

    private static final int TOTAL = 14;
    private static final UUID NO_ID = new UUID(0, 0);
    private static final String FORMER = """
            , r.excerpt, r.category, r.tags, r.ai_model, r.read_time, r.written_at, r.replaced_at, p.id, p.full_name,
              p.username, p.avatar_url
              FROM chronicles.conversation_revisions r LEFT JOIN public.profiles p ON p.id = r.replaced_by
             WHERE""";
    private static final String PRESENT = """
            SELECT c.version, c.title, c.content, c.excerpt, c.category, c.tags, c.ai_model, c.read_time, c.updated_at,
                   CAST(NULL AS timestamptz), CAST(NULL AS uuid), CAST(NULL AS text), CAST(NULL AS text),
                   CAST(NULL AS text)
              FROM public.conversations c WHERE c.id = ?""";

    @PersistenceContext
    EntityManager entities;

    /** @return one page without contents, the latest first; one statement, which has a row for the count alone */
    Page<RevisionView> list(History history, PageRequest part) {
        Position after = part.after();
        Sql counted = new Sql()
                .add("SELECT page.*, counted.total FROM (SELECT count(*) AS total FROM (")
                .add("SELECT FROM chronicles.conversation_revisions WHERE");
        Sql page = history.restrict(counted)
                .add("LIMIT ?) AS kept) AS counted LEFT JOIN (", COUNTED)
                .add("SELECT r.version, r.title, CAST(NULL AS text) AS content" + FORMER);
        List<?> rows = history.restrict(page)
                .addIf(after != null, "AND r.version < ?", after == null ? null : after.rank())
                .add("ORDER BY r.version DESC LIMIT ? OFFSET ?", part.rows(), part.offset())
                .add(") AS page ON TRUE ORDER BY page.version DESC")
                .by(entities::createNativeQuery)
                .getResultList();
        return part.fill(
                rows.stream()
                        .filter(RevisionQueries::isRevision)
                        .map(RevisionQueries::view)
                        .toList(),
                ((Number) ((Object[]) rows.get(0))[TOTAL]).longValue(),
                revision -> new Position(revision.version(), NO_ID),
                Function.identity());
    }

    private static boolean isRevision(Object row) {
        return ((Object[]) row)[0] != null;
    }

    Optional<RevisionView> lookup(History history, long version) {
        return first(history.restrict(new Sql().add("SELECT r.version, r.title, r.content" + FORMER))
                .add("AND r.version = ?", version));
    }

    /** @return the present text; empty if it is a draft meanwhile, and not for the caller any more */
    Optional<RevisionView> lookupPresent(History history) {
        return first(new Sql().add(PRESENT, history.conversation()).addIf(!history.whole(), "AND c.published"));
    }

    private Optional<RevisionView> first(Sql sql) {
        return sql.first(entities::createNativeQuery, RevisionQueries::view);
    }

    private static RevisionView view(Object row) {
        Object[] column = (Object[]) row;
        List<String> tags = TextArrayConverter.texts(column[5]);
        UUID editor = (UUID) column[10];
        return new RevisionView(
                ((Number) column[0]).longValue(),
                (String) column[1],
                (String) column[2],
                (String) column[3],
                (String) column[4],
                tags == null ? List.of() : tags,
                (String) column[6],
                column[7] == null ? null : ((Number) column[7]).intValue(),
                instant(column[8]),
                instant(column[9]),
                editor == null
                        ? null
                        : new Author(editor, (String) column[11], (String) column[12], (String) column[13]));
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
