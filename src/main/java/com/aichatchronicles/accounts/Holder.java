package com.aichatchronicles.accounts;

import java.util.UUID;

/**
 * Whom an account belongs to, for those who write to them.
 *
 * @param id the account
 * @param email the address
 * @param fullName as entered, may be null
 * @param emailVerified whether they have proved that the address is theirs
 * @param mayEnter false while the account is banned
 */
public record Holder(UUID id, String email, String fullName, boolean emailVerified, boolean mayEnter) {
    @Override
    public String toString() {
        return "Holder[" + id + "]"; // name and address must not reach a log
    }
}
