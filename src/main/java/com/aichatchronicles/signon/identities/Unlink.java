package com.aichatchronicles.signon.identities;

import jakarta.validation.constraints.Size;

/**
 * Consent to take an identity away.
 *
 * @param password of the account; null where it has none
 */
public record Unlink(@Size(min = 1, max = 1024) String password) {
    @Override
    public String toString() {
        return "Unlink[]"; // the password must not reach a log
    }
}
