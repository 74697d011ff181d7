package com.aichatchronicles.postmaster;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail as admins see it: where it goes to and how it fares, but nothing of what stands in it.
 *
 * @param kind what it is about, like {@code verify-email}
 * @param accountId the account that it is about, may be null
 * @param attempts how often a server has begun to send it
 * @param failures how often the mail server has put it off since it was posted or sent once more
 * @param error what was wrong the last time, as the mail server put it; may be null
 * @param dueAt when a waiting mail is tried next; null for a dead letter
 * @param diedAt when it became a dead letter; null for a waiting mail
 */
@JsonbNillable
public record MailView(
        UUID id,
        String kind,
        String state,
        String address,
        UUID accountId,
        int attempts,
        int failures,
        String error,
        Instant createdAt,
        Instant dueAt,
        Instant diedAt) {
    @Override
    public String toString() {
        return "MailView[" + id + "]"; // the address must not reach a log
    }
}
