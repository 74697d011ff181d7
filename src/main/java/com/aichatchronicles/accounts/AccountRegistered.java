package com.aichatchronicles.accounts;

import java.util.UUID;

/**
 * Said in the transaction that makes an account whose address nobody has proved yet.
 *
 * @param id the account
 * @param email its address
 */
public record AccountRegistered(UUID id, String email) {
    @Override
    public String toString() {
        return "AccountRegistered[" + id + "]"; // the address must not reach a log
    }
}
