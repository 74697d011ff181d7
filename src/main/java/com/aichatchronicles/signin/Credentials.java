package com.aichatchronicles.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a person signs in with.
 *
 * @param email the address, in any case
 * @param password as entered
 */
public record Credentials(
        @NotNull @Size(min = 1, max = 254) String email,
        @NotNull @Size(min = 1, max = 1024) String password) {
    @Override
    public String toString() {
        return "Credentials[]"; // the password must not reach a log
    }
}
