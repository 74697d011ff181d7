package com.aichatchronicles.likes;

import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Rows of {@code public.likes}; triggers count them. */
@Dependent
class LikeQueries {
    @PersistenceContext
    EntityManager entities;

    /**
     * Something that can be liked.
     *
     * @param likesCount how many like it
     * @param conversation the conversation, or that of the comment
     * @param category of the conversation
     * @param author of the conversation
     */
    record Target(long likesCount, UUID conversation, String category, UUID author) {}

    /**
     * @return what a viewer may see of it
     * @throws ApiException CONVERSATION_NOT_FOUND or COMMENT_NOT_FOUND
     */
    Target find(Likeable kind, UUID id, Viewer viewer) {
        return find(kind, id, viewer, "");
    }

    /**
     * Finds it and keeps it until the transaction ends.
     *
     * @throws ApiException CONVERSATION_NOT_FOUND or COMMENT_NOT_FOUND
     */
    Target hold(Likeable kind, UUID id, Viewer viewer) {
        return find(kind, id, viewer, kind.lock());
    }

    private Target find(Likeable kind, UUID id, Viewer viewer, String lock) {
        List<?> rows = viewer.restrict(new Sql().add(kind.select(), id))
                .add(lock)
                .by(entities::createNativeQuery)
                .getResultList();
        if (rows.isEmpty()) {
            throw new ApiException(kind.absence());
        }
        Object[] column = (Object[]) rows.get(0);
        return new Target(((Number) column[0]).longValue(), (UUID) column[1], (String) column[2], (UUID) column[3]);
    }

    /** @return whether they did not like it before */
    boolean insert(Likeable kind, UUID id, UUID user) {
        return new Sql()
                        .add("INSERT INTO public.likes (id, user_id, " + kind.column() + ", created_at)")
                        .add("VALUES (?, ?, ?, now()) ON CONFLICT DO NOTHING", NewId.next(), user, id)
                        .by(entities::createNativeQuery)
                        .executeUpdate()
                > 0;
    }

    /** @return whether they liked it before */
    boolean delete(Likeable kind, UUID id, UUID user) {
        return new Sql()
                        .add("DELETE FROM public.likes WHERE user_id = ? AND " + kind.column() + " = ?", user, id)
                        .by(entities::createNativeQuery)
                        .executeUpdate()
                > 0;
    }

    boolean exists(Likeable kind, UUID id, UUID user) {
        return !new Sql()
                .add("SELECT 1 FROM public.likes WHERE user_id = ? AND " + kind.column() + " = ?", user, id)
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
    }
}
