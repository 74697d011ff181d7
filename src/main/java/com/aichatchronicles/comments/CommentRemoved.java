package com.aichatchronicles.comments;

import java.util.UUID;

/**
 * Fired in the transaction in which a moderator deletes somebody's comment.
 *
 * @param conversation under which it stood
 * @param author whose it was
 */
public record CommentRemoved(UUID conversation, UUID author) {}
