package com.aichatchronicles.administration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Another role for an account.
 *
 * @param role what it may do from now on
 */
public record RoleChange(
        @NotNull @Pattern(regexp = RoleChange.ROLES, message = "must be one of [user, premium, moderator, admin]")
        String role) {
    static final String ROLES = "user|premium|moderator|admin";
}
