package com.aichatchronicles.profiles;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody in a list of people.
 *
 * @param since when they liked or followed
 */
@JsonbNillable
public record PersonView(UUID id, String fullName, String username, String avatarUrl, Instant since) {}
