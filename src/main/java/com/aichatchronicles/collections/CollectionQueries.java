package com.aichatchronicles.collections;

import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collections as somebody sees them. */
@Dependent
class CollectionQueries {
    private static final int TOTAL = 12;

    private static final String COLUMNS = """
            SELECT k.id, k.name, k.description, k.shared, n.conversations, k.version, k.created_at, k.updated_at,
                   p.id AS owner, p.full_name, p.username, p.avatar_url""";

    /** Bounded by what a collection can hold. */
    private static final String COUNTED = """
            CROSS JOIN LATERAL (SELECT count(*) AS conversations FROM chronicles.collected i
                                  JOIN public.conversations c ON c.id = i.conversation_id
                                 WHERE i.collection_id = k.id""";

    @PersistenceContext
    EntityManager entities;

    /** @return the collection, private or not */
    Optional<CollectionView> lookup(UUID id, Viewer viewer) {
        Sql sql = new Sql().add(COLUMNS + " FROM chronicles.collections k").add(COUNTED);
        List<?> rows = viewer.restrict(sql)
                .add(") n JOIN public.profiles p ON p.id = k.owner_id")
                .add("WHERE k.id = ?", id)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().findFirst().map(CollectionQueries::view);
    }

    /**
     * @param owner whose
     * @param viewer who looks at them; the owner sees the private ones too
     * @param page which part
     * @return one page, the newest first
     */
    Page<CollectionView> page(UUID owner, Viewer viewer, PageRequest page) {
        String visible = "WHERE k.owner_id = ?" + (owner.equals(viewer.id()) ? "" : " AND k.shared");
        Sql sql = new Sql()
                .add(COLUMNS + ", t.total FROM (SELECT count(*) AS total FROM chronicles.collections k")
                .add(visible + ") t LEFT JOIN (SELECT k.* FROM chronicles.collections k " + visible, owner, owner);
        if (page.after() != null) {
            sql.add(
                    "AND (k.created_at, k.id) < (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        sql.add("ORDER BY k.created_at DESC, k.id DESC LIMIT ? OFFSET ?", page.rows(), page.offset())
                .add(") k ON TRUE " + COUNTED);
        List<?> rows = viewer.restrict(sql)
                .add(") n LEFT JOIN public.profiles p ON p.id = k.owner_id ORDER BY k.created_at DESC, k.id DESC")
                .by(entities::createNativeQuery)
                .getResultList();
        long total = ((Number) ((Object[]) rows.get(0))[TOTAL]).longValue();
        List<CollectionView> views = rows.stream()
                .filter(row -> ((Object[]) row)[0] != null) // the total comes even where there is no row
                .map(CollectionQueries::view)
                .toList();
        return page.fill(views, total, view -> Position.at(view.createdAt(), view.id()), view -> view);
    }

    private static CollectionView view(Object row) {
        Object[] column = (Object[]) row;
        return new CollectionView(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                (Boolean) column[3],
                ((Number) column[4]).longValue(),
                new Owner((UUID) column[8], (String) column[9], (String) column[10], (String) column[11]),
                ((Number) column[5]).longValue(),
                ((Timestamp) column[6]).toInstant(),
                ((Timestamp) column[7]).toInstant());
    }
}
