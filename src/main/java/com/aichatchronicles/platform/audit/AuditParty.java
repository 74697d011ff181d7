package com.aichatchronicles.platform.audit;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who did something, or what it was done to.
 *
 * @param kind {@code user}, {@code api_key}, {@code conversation}, {@code scim} or the like: lower case and underscores
 * @param id null for what has none
 */
public record AuditParty(String kind, UUID id) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z_]{0,39}");

    /** @throws IllegalArgumentException if the kind is no word */
    public AuditParty {
        if (!KIND.matcher(Objects.requireNonNull(kind, "kind")).matches()) {
            throw new IllegalArgumentException("No kind: " + kind);
        }
    }

    /** @return an account */
    public static AuditParty user(UUID id) {
        return new AuditParty("user", id);
    }

    /** @return the server itself */
    public static AuditParty system() {
        return new AuditParty("system", null);
    }
}
