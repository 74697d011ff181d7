package com.aichatchronicles.accounts;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A profile as its owner sees it; the only answer that holds an e-mail address. */
@JsonbNillable
public record ProfileView(
        UUID id,
        String email,
        String fullName,
        String username,
        String title,
        String bio,
        String avatarUrl,
        String location,
        String website,
        List<String> interests,
        Instant createdAt,
        Instant updatedAt) {}
