package com.aichatchronicles.administration;

/**
 * An account with its version.
 *
 * @param user what admins see of it
 * @param version for {@code If-Match}
 */
public record VersionedUser(UserEntry user, long version) {}
