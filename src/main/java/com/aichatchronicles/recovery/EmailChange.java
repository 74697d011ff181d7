package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.Registration;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Another address for the caller's account.
 *
 * @param newEmail the address, in any case
 * @param password of the account
 */
public record EmailChange(
        @NotNull @Email(regexp = Registration.ADDRESS) @Size(max = 254)
        String newEmail,

        @NotNull @Size(min = 1, max = 1024) String password) {
    @Override
    public String toString() {
        return "EmailChange[]"; // neither may reach a log
    }
}
