package com.aichatchronicles.collections;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.UUID;

/** Whose collection it is, as the world sees them. */
@JsonbNillable
public record Owner(UUID id, String fullName, String username, String avatarUrl) {}
