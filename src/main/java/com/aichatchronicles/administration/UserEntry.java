package com.aichatchronicles.administration;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * An account as admins see it.
 *
 * @param bannedUntil the end of a ban that holds, null without one; the year 9999 for one for good
 * @param ban why, null without one or where nobody said
 * @param secondFactor whether it takes a code to sign in
 */
@JsonbNillable
public record UserEntry(
        UUID id,
        String email,
        String fullName,
        String username,
        String role,
        boolean emailVerified,
        boolean secondFactor,
        Instant bannedUntil,
        Ban ban,
        Instant createdAt,
        Instant lastSignInAt) {
    /**
     * Why somebody is kept out.
     *
     * @param bannedBy the admin, null once the account is gone
     */
    @JsonbNillable
    public record Ban(String reason, UUID bannedBy, Instant createdAt) {}
}
