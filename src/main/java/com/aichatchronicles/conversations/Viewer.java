package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import java.util.Optional;
import java.util.UUID;

/**
 * Who looks at conversations, and which they may see: what is published, their own drafts, and all for an admin.
 *
 * @param id the account; of nobody's for an anonymous one
 * @param seesAll whether they see the drafts of others too
 */
public record Viewer(UUID id, boolean seesAll) {
    private static final UUID NOBODY = new UUID(0, 0);

    /** @return the caller as a viewer */
    public static Viewer of(Caller caller) {
        return new Viewer(caller.id(), caller.isAdmin());
    }

    /** @return the caller, if there is one, as a viewer */
    public static Viewer of(Optional<Caller> caller) {
        return caller.map(Viewer::of).orElseGet(() -> new Viewer(NOBODY, false));
    }

    /**
     * Adds the condition that the viewer may see the conversation named c, after a WHERE and other conditions.
     *
     * @return the query
     */
    public Sql restrict(Sql sql) {
        return sql.addIf(!seesAll, "AND (c.published OR c.author_id = ?)", id);
    }
}
