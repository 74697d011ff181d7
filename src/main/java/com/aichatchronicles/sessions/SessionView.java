package com.aichatchronicles.sessions;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner sees it.
 *
 * @param userAgent what signed in, may be null
 * @param address where it signed in from, may be null
 * @param current whether it is the one that asks
 */
@JsonbNillable
public record SessionView(
        UUID id,
        String userAgent,
        String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {}
