package com.aichatchronicles.collections;

import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** What is in collections. Writers hold the row of the collection, so that one writes at a time. */
@Dependent
class CollectedQueries {
    private static final String ARRANGE = """
            UPDATE chronicles.collected k SET place = n.place
              FROM (SELECT o.conversation_id,
                           row_number() OVER (ORDER BY f.place NULLS LAST, o.place, o.conversation_id)
                      FROM chronicles.collected o
                      LEFT JOIN unnest(CAST(? AS uuid[])) WITH ORDINALITY f (id, place) ON f.id = o.conversation_id
                     WHERE o.collection_id = ?) n (id, place)
             WHERE k.collection_id = ? AND k.conversation_id = n.id""";

    @PersistenceContext
    EntityManager entities;

    /** Puts a conversation at the end. @return whether it was not there before */
    boolean append(UUID collection, UUID conversation) {
        return new Sql()
                        .add("INSERT INTO chronicles.collected (collection_id, conversation_id, place)")
                        .add(
                                "SELECT CAST(? AS uuid), CAST(? AS uuid), coalesce(max(place), 0) + 1",
                                collection,
                                conversation)
                        .add("FROM chronicles.collected WHERE collection_id = ? ON CONFLICT DO NOTHING", collection)
                        .by(entities::createNativeQuery)
                        .executeUpdate()
                > 0;
    }

    /** @return whether it was there */
    boolean remove(UUID collection, UUID conversation) {
        return new Sql()
                        .add("DELETE FROM chronicles.collected WHERE collection_id = ?", collection)
                        .add("AND conversation_id = ?", conversation)
                        .by(entities::createNativeQuery)
                        .executeUpdate()
                > 0;
    }

    /** @return how many are in it, whoever may see them */
    long count(UUID collection) {
        Object number = new Sql()
                .add("SELECT count(*) FROM chronicles.collected WHERE collection_id = ?", collection)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return ((Number) number).longValue();
    }

    /** @return the ids of those in it that the viewer may see */
    List<UUID> visible(UUID collection, Viewer viewer) {
        Sql sql = new Sql()
                .add("SELECT k.conversation_id FROM chronicles.collected k")
                .add("JOIN public.conversations c ON c.id = k.conversation_id")
                .add("WHERE k.collection_id = ?", collection);
        List<?> ids = viewer.restrict(sql).by(entities::createNativeQuery).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Puts those named in front in that order; the others follow in their former one. */
    void arrange(UUID collection, List<UUID> front) {
        String named =
                TextArrayConverter.literal(front.stream().map(UUID::toString).toList());
        new Sql()
                .add(ARRANGE, named, collection, collection)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }
}
