package com.aichatchronicles.signin;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param refreshToken the token of the last sign-in or refresh */
public record RefreshRequest(
        @JsonbProperty("refreshToken") @NotNull @Size(min = 1, max = 512)
        String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest[]"; // the token must not reach a log
    }
}
