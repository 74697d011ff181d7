package com.aichatchronicles.tags;

import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** Shows the tags in use. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TagService {
    private static final int TOTAL = 2;
    private static final UUID NO_ID = new UUID(0, 0);

    @PersistenceContext
    EntityManager entities;

    /**
     * @param prefix how the tags begin, in any case; null for all tags
     * @param byName whether they are sorted by name instead of by popularity
     * @param part which part of the list; its pages are numbered, because a count changes with every publication
     * @return one page of the tags that published conversations have
     */
    public Page<TagView> list(String prefix, boolean byName, PageRequest part) {
        long skipped = (part.page() - 1L) * part.limit();
        String order = byName ? "ORDER BY name" : "ORDER BY conversations DESC, name";
        List<?> rows = new Sql()
                .add("WITH used AS (SELECT name, sum(conversations) AS conversations FROM chronicles.tag_totals")
                .addIf(prefix != null, "WHERE lower(name) LIKE ?", prefix == null ? null : beginning(prefix))
                .add("GROUP BY name HAVING sum(conversations) > 0)")
                .add("SELECT page.name, page.conversations, counted.total FROM (SELECT count(*) AS total FROM used)")
                .add("AS counted LEFT JOIN (SELECT * FROM used " + order)
                .add("LIMIT ? OFFSET ?) AS page ON TRUE " + order, part.rows(), skipped)
                .by(entities::createNativeQuery)
                .getResultList();
        return part.fill(
                rows.stream().filter(TagService::isTag).map(TagService::view).toList(),
                ((Number) ((Object[]) rows.get(0))[TOTAL]).longValue(),
                tag -> new Position(0, NO_ID),
                Function.identity());
    }

    /** The total has a row of its own where the page is empty. */
    private static boolean isTag(Object row) {
        return ((Object[]) row)[0] != null;
    }

    private static String beginning(String prefix) {
        return prefix.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + '%';
    }

    private static TagView view(Object row) {
        Object[] column = (Object[]) row;
        return new TagView((String) column[0], ((Number) column[1]).longValue());
    }
}
