package com.aichatchronicles.likes;

import java.util.UUID;

/**
 * Somebody likes something that they did not like before. Fired inside the transaction that keeps the like.
 *
 * @param actor who likes it
 * @param conversation the conversation, or the one that the comment stands under
 * @param comment the comment, null where the conversation itself is liked
 */
public record Liked(UUID actor, UUID conversation, UUID comment) {}
