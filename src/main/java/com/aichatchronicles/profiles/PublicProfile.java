package com.aichatchronicles.profiles;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A profile as everyone sees it.
 *
 * @param conversationsCount published ones
 * @param likesReceivedCount likes of the published conversations
 * @param followersCount how many follow this person
 * @param followingCount how many this person follows
 */
@JsonbNillable
public record PublicProfile(
        UUID id,
        String fullName,
        String username,
        String title,
        String bio,
        String avatarUrl,
        String location,
        String website,
        List<String> interests,
        Instant createdAt,
        long conversationsCount,
        long likesReceivedCount,
        long followersCount,
        long followingCount) {}
