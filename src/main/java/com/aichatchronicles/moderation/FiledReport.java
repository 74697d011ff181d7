package com.aichatchronicles.moderation;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/** A report as whoever made it sees it. */
@JsonbNillable
public record FiledReport(
        UUID id, String subjectType, UUID subjectId, String reason, String note, String status, Instant createdAt) {}
