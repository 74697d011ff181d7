package com.aichatchronicles.apikeys;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A key as its owner sees it.
 *
 * @param prefix its first characters
 * @param lastUsedAt to the minute, null if it never was
 */
@JsonbNillable
public record ApiKeyView(
        UUID id,
        String name,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt) {}
