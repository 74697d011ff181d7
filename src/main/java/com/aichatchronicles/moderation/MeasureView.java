package com.aichatchronicles.moderation;

import com.aichatchronicles.conversations.Author;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that a moderator did.
 *
 * @param moderator null once the account is gone
 * @param authorId whose the thing was
 * @param reportId the report that it decided, null without one
 */
@JsonbNillable
public record MeasureView(
        UUID id,
        String subjectType,
        UUID subjectId,
        UUID authorId,
        String measure,
        String reason,
        UUID reportId,
        Author moderator,
        Instant createdAt) {}
