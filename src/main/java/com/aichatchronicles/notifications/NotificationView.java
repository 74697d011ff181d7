package com.aichatchronicles.notifications;

import com.aichatchronicles.conversations.Author;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * A notification as its owner sees it.
 *
 * @param times how often it happened until it was read
 * @param actor who did it last; null for moderators and the like, and once the account is gone
 * @param title of the conversation, null while the owner may not see it
 * @param excerpt the first 200 characters of the comment, null while the owner may not see it
 * @param measure what moderators did, else null
 * @param reason why they did it, else null
 * @param updatedAt when it happened last, to the minute or better
 */
@JsonbNillable
public record NotificationView(
        UUID id,
        String kind,
        long times,
        Author actor,
        UUID conversationId,
        String title,
        UUID commentId,
        String excerpt,
        String measure,
        String reason,
        boolean read,
        Instant createdAt,
        Instant updatedAt) {}
