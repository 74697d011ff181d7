package com.aichatchronicles.seminars;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Instant;
import java.util.UUID;

/**
 * A seminar as it is answered to one caller.
 *
 * @param maxParticipants null where there are as many seats as people like
 * @param meetingUrl null for those who are told no address
 * @param registered whether the caller has a seat
 * @param version counts the edits; not a member of the answer but of its entity tag
 */
public record SeminarView(
        UUID id,
        String title,
        String description,
        UUID hostId,
        Host host,
        Instant scheduledAt,
        int durationMinutes,

        @JsonbNillable Integer maxParticipants,

        String category,
        String status,

        @JsonbNillable String meetingUrl,

        int participantsCount,
        boolean registered,
        Instant createdAt,
        Instant updatedAt,
        @JsonbTransient long version) {}
