package com.aichatchronicles.secondfactor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param code the six digits that an authenticator shows */
public record AuthenticatorCode(
        @NotNull @Pattern(regexp = "[0-9]{6}", message = "must be six digits")
        String code) {
    @Override
    public String toString() {
        return "AuthenticatorCode[]"; // the code must not reach a log
    }
}
