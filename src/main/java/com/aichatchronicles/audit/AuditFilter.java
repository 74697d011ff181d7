package com.aichatchronicles.audit;

import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.http.QueryParameters;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which rows of the log are wanted; null in a member asks for all.
 *
 * @param actor who did it
 * @param subject what it was done to
 * @param action what, whole
 * @param outcome {@code done} or {@code refused}
 * @param from the earliest time
 * @param to the time before which they happened
 */
public record AuditFilter(UUID actor, UUID subject, String action, String outcome, Instant from, Instant to) {
    private static final int LONGEST = 100;

    /**
     * @param query collects what is wrong; the caller of this method calls its {@code requireValid}
     * @return what it asks for
     */
    static AuditFilter of(QueryParameters query) {
        return new AuditFilter(
                id(query, "actor"),
                id(query, "subject"),
                query.text("action", LONGEST).orElse(null),
                query.oneOf("outcome", null, Set.of("done", "refused")),
                query.time("from"),
                query.time("to"));
    }

    private static UUID id(QueryParameters query, String name) {
        Optional<String> text = query.text(name, LONGEST);
        if (text.isPresent() && !PathId.isId(text.get())) {
            query.refuse(name, "must be a valid GUID", "string.guid");
            return null;
        }
        return text.map(UUID::fromString).orElse(null);
    }
}
