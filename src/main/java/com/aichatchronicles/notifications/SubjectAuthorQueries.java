package com.aichatchronicles.notifications;

import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Whose something is. Reads rows of other features that exist, because something was just done to them. */
@Dependent
class SubjectAuthorQueries {
    @PersistenceContext
    EntityManager entities;

    UUID ofConversation(UUID id) {
        return id(new Sql().add("SELECT author_id FROM public.conversations WHERE id = ?", id));
    }

    UUID ofComment(UUID id) {
        return id(new Sql().add("SELECT author_id FROM public.comments WHERE id = ?", id));
    }

    UUID conversationOf(UUID comment) {
        return id(new Sql().add("SELECT conversation_id FROM public.comments WHERE id = ?", comment));
    }

    private UUID id(Sql sql) {
        return (UUID) sql.by(entities::createNativeQuery).getSingleResult();
    }
}
