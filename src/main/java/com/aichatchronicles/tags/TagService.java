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
        Sql page = new Sql().add("SELECT name, sum(conversations)");
        addInUse(page, prefix);
        List<?> rows = page.add(byName ? "ORDER BY name" : "ORDER BY sum(conversations) DESC, name")
                .add("LIMIT ? OFFSET ?", part.rows(), skipped)
                .by(entities::createNativeQuery)
                .getResultList();
        Sql all = new Sql().add("SELECT count(*) FROM (SELECT name");
        addInUse(all, prefix);
        Object total = all.add(") AS used").by(entities::createNativeQuery).getSingleResult();
        return part.fill(
                rows.stream().map(TagService::view).toList(),
                ((Number) total).longValue(),
                tag -> new Position(0, NO_ID),
                Function.identity());
    }

    private static void addInUse(Sql sql, String prefix) {
        sql.add("FROM chronicles.tag_totals")
                .addIf(prefix != null, "WHERE lower(name) LIKE ?", prefix == null ? null : beginning(prefix))
                .add("GROUP BY name HAVING sum(conversations) > 0");
    }

    private static String beginning(String prefix) {
        return prefix.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + '%';
    }

    private static TagView view(Object row) {
        Object[] column = (Object[]) row;
        return new TagView((String) column[0], ((Number) column[1]).longValue());
    }
}
