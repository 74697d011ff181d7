package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Looks at what is reported or moderated: rows of other features, read in one go with their authors. */
@Dependent
class SubjectQueries {
    private static final String SEEN = """
            (v.published OR v.author_id = ? OR CAST(? AS boolean)
              OR CAST(? AS boolean) AND v.withheld_at IS NOT NULL)""";
    private static final String CONVERSATION = """
            SELECT v.author_id, v.title || E'\\n\\n' || left(v.content, 2000)
              FROM public.conversations v WHERE v.id = ? AND""" + ' ' + SEEN;
    private static final String COMMENT = """
            SELECT c.author_id, c.content
              FROM public.comments c JOIN public.conversations v ON v.id = c.conversation_id
             WHERE c.id = ? AND c.deleted_at IS NULL AND""" + ' ' + SEEN;
    private static final String PROFILE = """
            SELECT id, left(concat_ws(E'\\n', full_name, username, title, bio, location, website), 2000)
              FROM public.profiles WHERE id = ?""";

    @PersistenceContext
    EntityManager entities;

    /**
     * @return the thing as the caller sees it; moderators see what they unpublished, admins see everything
     * @throws ApiException CONVERSATION_NOT_FOUND, COMMENT_NOT_FOUND or PROFILE_NOT_FOUND
     */
    Subject require(SubjectType type, UUID id, Caller caller) {
        List<?> rows = sql(type, id, caller).by(entities::createNativeQuery).getResultList();
        if (rows.isEmpty()) {
            throw new ApiException(type.absence());
        }
        Object[] column = (Object[]) rows.get(0);
        return new Subject(type, id, (UUID) column[0], (String) column[1]);
    }

    private static Sql sql(SubjectType type, UUID id, Caller caller) {
        boolean moderator = caller.role() == Role.MODERATOR;
        return switch (type) {
            case CONVERSATION -> new Sql().add(CONVERSATION, id, caller.id(), caller.isAdmin(), moderator);
            case COMMENT -> new Sql().add(COMMENT, id, caller.id(), caller.isAdmin(), moderator);
            case PROFILE -> new Sql().add(PROFILE, id);
        };
    }
}
