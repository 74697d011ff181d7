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
    /**
     * @param row as a query read it
     * @param first which of its columns begins the place
     */
    static Place of(Object[] row, int first) {
        return new Place(
                (UUID) row[first],
                (UUID) row[first + 1],
                (String) row[first + 2],
                Boolean.TRUE.equals(row[first + 3]),
                ((Number) row[first + 4]).longValue());
    }

    /** @return whether the caller sees the conversation */
    boolean isOpenTo(Optional<Caller> caller) {
        return published
                || caller.filter(known -> known.isAdmin() || known.id().equals(author))
                        .isPresent();
    }
}
