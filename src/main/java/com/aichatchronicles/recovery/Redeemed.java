package com.aichatchronicles.recovery;

import java.util.UUID;

/**
 * What the use of a code proves: that the caller reads the mails to an address.
 *
 * @param accountId the account that the code was made for
 * @param purpose what it was made for
 * @param address where it was sent to
 */
public record Redeemed(UUID accountId, Purpose purpose, String address) {
    @Override
    public String toString() {
        return "Redeemed[" + accountId + "]"; // the address must not reach a log
    }
}
