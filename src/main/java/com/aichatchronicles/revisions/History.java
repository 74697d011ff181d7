package com.aichatchronicles.revisions;

import com.aichatchronicles.platform.persistence.Sql;
import java.util.UUID;

/**
 * The former texts of a conversation, as somebody may see them.
 *
 * @param conversation which one
 * @param whole whether those that were drafts and nothing else are among them
 */
record History(UUID conversation, boolean whole) {
    /**
     * Adds the condition that a row of former texts is one of these, after a WHERE.
     *
     * @return the query
     */
    Sql restrict(Sql sql) {
        return sql.add("conversation_id = ?", conversation).addIf(!whole, "AND seen");
    }
}
