package com.aichatchronicles.profiles;

import java.util.UUID;

/**
 * Rows of another feature that each point to somebody and have an {@code id} and a {@code created_at}: who likes
 * something, who follows somebody. The names are constants of the feature, never input.
 *
 * @param table the table
 * @param ownerColumn its column that says what the rows belong to; has an index with {@code created_at} and {@code id}
 * @param personColumn its column that points to somebody's profile
 */
public record People(String table, String ownerColumn, String personColumn) {
    /**
     * The people of one owner.
     *
     * @param people the rows
     * @param owner whose rows are meant
     * @param number how many there are
     */
    public record Group(People people, UUID owner, long number) {}

    /** @return the people of that owner, so many */
    public Group of(UUID owner, long number) {
        return new Group(this, owner, number);
    }
}
