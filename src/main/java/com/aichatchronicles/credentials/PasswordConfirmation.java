package com.aichatchronicles.credentials;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The caller's password, where a token alone is not enough. */
public record PasswordConfirmation(
        @NotNull @Size(min = 1, max = 1024) String password) {
    @Override
    public String toString() {
        return "PasswordConfirmation[]"; // the password must not reach a log
    }
}
