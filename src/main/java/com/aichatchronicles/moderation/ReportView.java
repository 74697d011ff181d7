package com.aichatchronicles.moderation;

import com.aichatchronicles.conversations.Author;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * A report as moderators see it.
 *
 * @param evidence what the thing said when it was reported
 * @param author whose the thing is
 * @param reporter null once the account is gone
 * @param taker who works on it or decided it, else null
 * @param measure what was decided, else null
 * @param explanation why, else null
 */
@JsonbNillable
public record ReportView(
        UUID id,
        String subjectType,
        UUID subjectId,
        String evidence,
        Author author,
        Author reporter,
        String reason,
        String note,
        String status,
        Author taker,
        String measure,
        String explanation,
        Instant createdAt,
        Instant decidedAt) {}
