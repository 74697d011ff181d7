package com.aichatchronicles.comments;

import com.aichatchronicles.sessions.Caller;
import java.util.Optional;
import java.util.UUID;

/**
 * The conversation that comments stand under.
 *
 * @param conversation which one
 * @param author whose
 * @param category its category
 * @param published whether the world sees it
 * @param siblings how many comments the list in question has
 */
record Place(UUID conversation, UUID author, String category, boolean published, long siblings) {
    static Place of(Object row) {
        Object[] column = (Object[]) row;
        return new Place(
                (UUID) column[0],
                (UUID) column[1],
                (String) column[2],
                Boolean.TRUE.equals(column[3]),
                ((Number) column[4]).longValue());
    }

    /** @return whether the caller sees the conversation */
    boolean isOpenTo(Optional<Caller> caller) {
        return published
                || caller.filter(known -> known.isAdmin() || known.id().equals(author))
                        .isPresent();
    }
}
