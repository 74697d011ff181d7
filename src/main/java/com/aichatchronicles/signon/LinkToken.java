package com.aichatchronicles.signon;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param token the one of a link */
public record LinkToken(@NotNull @Size(min = 1, max = 512) String token) {
    @Override
    public String toString() {
        return "LinkToken[]"; // the token must not reach a log
    }
}
