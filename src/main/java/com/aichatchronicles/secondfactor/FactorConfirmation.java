package com.aichatchronicles.secondfactor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Both proofs at once, where one is not enough.
 *
 * @param password the caller's
 * @param code of the authenticator, or a recovery code
 */
public record FactorConfirmation(
        @NotNull @Size(min = 1, max = 1024) String password,
        @NotNull @Size(min = 6, max = 32) String code) {
    @Override
    public String toString() {
        return "FactorConfirmation[]"; // neither must reach a log
    }
}
