package com.aichatchronicles.recovery;

import com.aichatchronicles.credentials.NewPasswords;
import com.aichatchronicles.platform.http.Characters;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password for somebody who has forgotten the old one.
 *
 * @param token the one of a link
 * @param newPassword 8 to 128 characters, none that is tried first
 */
public record PasswordReset(
        @NotNull @Size(min = 1, max = 512) String token,

        @JsonbProperty("newPassword") @NotNull @Characters(min = NewPasswords.SHORTEST, max = NewPasswords.LONGEST)
        String newPassword) {
    @Override
    public String toString() {
        return "PasswordReset[]"; // neither may reach a log
    }
}
