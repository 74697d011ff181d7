package com.aichatchronicles.seminars;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who has a seat.
 *
 * @param registration what holds the seat, for cursors only
 */
public record ParticipantView(
        UUID id,
        @JsonbNillable String fullName,
        @JsonbNillable String username,

        @JsonbNillable String avatarUrl,

        Instant registeredAt,
        @JsonbTransient UUID registration) {}
