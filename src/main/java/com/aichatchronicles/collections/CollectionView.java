package com.aichatchronicles.collections;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A collection as somebody sees it.
 *
 * @param shared whether everyone sees it
 * @param conversationsCount how many conversations are in it that the caller may see
 * @param owner whose it is
 * @param version counts the edits and rearrangements
 */
@JsonbNillable
public record CollectionView(
        UUID id,
        String name,
        String description,
        @JsonbProperty("public") boolean shared,
        long conversationsCount,
        Owner owner,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
