package com.aichatchronicles.sessions;

/**
 * What an account must be for anything to happen on its behalf, whether its owner is here or not.
 * {@link Session#CALLER} asks the same in JPQL.
 */
public final class GoodStanding {
    /** SQL that holds of a row {@code u} of {@code auth.users} which is neither deleted, deactivated nor banned now. */
    public static final String CONDITION = "u.deleted_at IS NULL AND u.deactivated_at IS NULL"
            + " AND (u.banned_until IS NULL OR u.banned_until < now())";

    private GoodStanding() {}
}
