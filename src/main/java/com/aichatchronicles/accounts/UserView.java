package com.aichatchronicles.accounts;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/** An account as its owner sees it. */
@JsonbNillable
public record UserView(
        UUID id, String email, String role, boolean emailVerified, Instant createdAt, Instant lastSignInAt) {}
