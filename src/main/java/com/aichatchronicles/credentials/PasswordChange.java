package com.aichatchronicles.credentials;

import com.aichatchronicles.passwords.PasswordRules;
import com.aichatchronicles.platform.http.Characters;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Another password for the caller.
 *
 * @param currentPassword the one until now
 * @param newPassword 8 to 128 characters, none that is tried first
 */
public record PasswordChange(
        @JsonbProperty("currentPassword") @NotNull @Size(min = 1, max = 1024)
        String currentPassword,

        @JsonbProperty("newPassword") @NotNull @Characters(min = PasswordRules.SHORTEST, max = PasswordRules.LONGEST)
        String newPassword) {
    @Override
    public String toString() {
        return "PasswordChange[]"; // neither must reach a log
    }
}
