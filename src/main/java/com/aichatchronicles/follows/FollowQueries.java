package com.aichatchronicles.follows;

import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Rows of {@code public.follows}; triggers count them. */
@Dependent
class FollowQueries {
    @PersistenceContext
    EntityManager entities;

    /** @return whether there is still such a profile; it stays until the transaction ends */
    boolean hold(UUID profile) {
        return !new Sql()
                .add("SELECT 1 FROM public.profiles WHERE id = ? FOR KEY SHARE", profile)
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
    }

    /** @return whether they did not follow before */
    boolean insert(UUID follower, UUID followed) {
        return new Sql()
                        .add("INSERT INTO public.follows (id, follower_id, following_id, created_at)")
                        .add("VALUES (?, ?, ?, now()) ON CONFLICT DO NOTHING", NewId.next(), follower, followed)
                        .by(entities::createNativeQuery)
                        .executeUpdate()
                > 0;
    }

    /** @return whether they followed before */
    boolean delete(UUID follower, UUID followed) {
        return new Sql()
                        .add(
                                "DELETE FROM public.follows WHERE follower_id = ? AND following_id = ?",
                                follower,
                                followed)
                        .by(entities::createNativeQuery)
                        .executeUpdate()
                > 0;
    }

    /** @return whether the one follows the other, and how many do */
    FollowView view(UUID follower, UUID followed) {
        Object[] row = (Object[]) new Sql()
                .add(
                        "SELECT EXISTS (SELECT FROM public.follows WHERE follower_id = ? AND following_id = ?),",
                        follower,
                        followed)
                .add("coalesce((SELECT followers FROM chronicles.follow_counts WHERE profile_id = ?), 0)", followed)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return new FollowView((Boolean) row[0], ((Number) row[1]).longValue());
    }

    /** @return how many they follow, those of this transaction among them */
    long following(UUID follower) {
        Object number = new Sql()
                .add("SELECT coalesce(max(following), 0) FROM chronicles.follow_counts WHERE profile_id = ?", follower)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return ((Number) number).longValue();
    }
}
