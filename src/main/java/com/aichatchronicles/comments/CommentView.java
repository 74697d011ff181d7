package com.aichatchronicles.comments;

import com.aichatchronicles.conversations.Author;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment as it is answered.
 *
 * @param parentId the comment that it answers, null for the conversation itself
 * @param authorId null once it is deleted
 * @param content null while it is hidden, and once it is deleted
 * @param edited whether its author changed it
 * @param hidden whether moderators hide it
 * @param deleted whether it is no more than a place for its replies
 * @param repliesCount all direct replies, whether shown or not
 * @param profiles the author, null once it is deleted
 * @param replies the first direct replies, none below the depth asked for
 * @param repliesCursor where the list of the direct replies goes on, null where all or none are shown
 */
@JsonbNillable
public record CommentView(
        UUID id,
        UUID conversationId,
        UUID parentId,
        UUID authorId,
        String content,
        Instant createdAt,
        Instant updatedAt,
        boolean edited,
        boolean hidden,
        boolean deleted,
        long likesCount,
        long repliesCount,
        Author profiles,
        List<CommentView> replies,
        String repliesCursor) {}
