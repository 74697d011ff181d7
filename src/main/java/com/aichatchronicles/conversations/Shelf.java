package com.aichatchronicles.conversations;

import java.util.UUID;

/**
 * Rows of another feature that each point to a conversation, in their column {@code conversation_id}: what somebody
 * likes or keeps. The three names are constants of the feature, never input.
 *
 * @param table the table
 * @param ownerColumn its column that says whose rows they are
 * @param order what the rows are sorted by
 * @param owner whose rows are meant
 */
public record Shelf(String table, String ownerColumn, Order order, UUID owner) {
    /** How rows are sorted; each has an index on owner, this column and the conversation. */
    public enum Order {
        /** The newest row first. */
        NEWEST("created_at", "timestamptz", true),
        /** By their place. */
        PLACE("place", "bigint", false);

        private final String column;
        private final String type;
        private final boolean descending;

        Order(String column, String type, boolean descending) {
            this.column = column;
            this.type = type;
            this.descending = descending;
        }

        String column() {
            return column;
        }

        String type() {
            return type;
        }

        boolean descending() {
            return descending;
        }
    }
}
