package com.aichatchronicles.seminars;

import jakarta.json.bind.annotation.JsonbProperty;
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
        @JsonbProperty(value = "full_name", nillable = true) String fullName,
        @JsonbProperty(value = "username", nillable = true) String username,

        @JsonbProperty(value = "avatar_url", nillable = true)
        String avatarUrl,

        Instant registeredAt,
        @JsonbTransient UUID registration) {}
