package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.Registration;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whom a link is asked for.
 *
 * @param email the address, in any case
 */
public record EmailRequest(
        @NotNull @Email(regexp = Registration.ADDRESS) @Size(max = 254)
        String email) {
    @Override
    public String toString() {
        return "EmailRequest[]"; // the address must not reach a log
    }
}
