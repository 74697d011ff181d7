package com.aichatchronicles.signon;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a front end fetches tokens with.
 *
 * @param code from the address that the browser was sent to
 * @param codeVerifier the secret whose SHA-256 it gave when the sign-in began; not needed where it gave none
 */
public record CodeExchange(
        @NotNull @Size(min = 1, max = 512) String code,

        @Size(min = 43, max = 128) String codeVerifier) {
    @Override
    public String toString() {
        return "CodeExchange[]"; // neither may reach a log
    }
}
