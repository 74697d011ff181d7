package com.aichatchronicles.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The second step of a sign-in.
 *
 * @param challenge the one that the first step gave
 * @param code of the authenticator, or a recovery code
 */
public record ChallengeAnswer(
        @NotNull @Size(min = 1, max = 512) String challenge,
        @NotNull @Size(min = 6, max = 32) String code) {
    @Override
    public String toString() {
        return "ChallengeAnswer[]"; // neither must reach a log
    }
}
