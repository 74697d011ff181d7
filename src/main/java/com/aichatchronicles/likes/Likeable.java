package com.aichatchronicles.likes;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.profiles.People;

/** What can be liked. */
public enum Likeable {
    /** Liked where it may be seen. */
    CONVERSATION(
            "conversation_id",
            "SELECT c.likes_count, c.id, c.category, c.author_id FROM public.conversations c WHERE c.id = ?",
            "FOR NO KEY UPDATE",
            ErrorCode.CONVERSATION_NOT_FOUND),
    /** Liked where its conversation may be seen. */
    COMMENT(
            "comment_id",
            "SELECT m.likes_count, c.id, c.category, c.author_id FROM public.comments m"
                    + " JOIN public.conversations c ON c.id = m.conversation_id"
                    + " WHERE m.id = ? AND m.hidden_at IS NULL AND m.deleted_at IS NULL",
            "FOR NO KEY UPDATE OF m",
            ErrorCode.COMMENT_NOT_FOUND);

    private final String column;
    private final String select;
    private final String lock;
    private final ErrorCode absence;

    Likeable(String column, String select, String lock, ErrorCode absence) {
        this.column = column;
        this.select = select;
        this.lock = lock;
        this.absence = absence;
    }

    /** @return the column of the table of likes that points to it */
    String column() {
        return column;
    }

    /** @return SQL of its likes, its conversation, category and author, by its id; the conversation is named c */
    String select() {
        return select;
    }

    /** @return SQL that keeps it from being deleted meanwhile; the same lock that counting takes, which comes later */
    String lock() {
        return lock;
    }

    /** @return what is said where there is none */
    ErrorCode absence() {
        return absence;
    }

    /** @return those who like one */
    People likers() {
        return new People("public.likes", column, "user_id");
    }
}
