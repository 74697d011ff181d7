package com.aichatchronicles.comments;

import java.util.UUID;

/**
 * Fired in the transaction that writes a comment, after everything else in it.
 *
 * @param actor who wrote it
 * @param comment which one
 * @param conversation under which
 * @param conversationAuthor whose conversation
 * @param parent the comment that it answers, or null
 * @param parentAuthor whose that is, or null
 */
public record Commented(
        UUID actor, UUID comment, UUID conversation, UUID conversationAuthor, UUID parent, UUID parentAuthor) {}
