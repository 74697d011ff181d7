package com.aichatchronicles.mail;

import java.util.Map;
import java.util.UUID;

/**
 * A mail that this server has claimed.
 *
 * @param id its id, which also makes its {@code Message-ID}
 * @param kind the name of its {@link MailKind}
 * @param accountId the account that it is about, may be null
 * @param address as it was posted
 * @param details as they were posted
 * @param attempt which attempt this is, from 1; whoever claims it next has the next number
 */
public record QueuedMail(
        UUID id, String kind, UUID accountId, String address, Map<String, String> details, int attempt) {
    @Override
    public String toString() {
        return "QueuedMail[" + id + "]"; // the address must not reach a log
    }
}
