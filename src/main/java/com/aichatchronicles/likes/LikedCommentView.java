package com.aichatchronicles.likes;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment that somebody likes. Its text is asked for where comments are shown.
 *
 * @param commentId the comment
 * @param conversationId the conversation that it stands under
 * @param conversationTitle that conversation's title
 * @param likedAt since when it is liked
 */
public record LikedCommentView(UUID commentId, UUID conversationId, String conversationTitle, Instant likedAt) {}
