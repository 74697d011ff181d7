package com.aichatchronicles.notifications;

/**
 * Sends digests by mail. A bean of this type, which queues the mail in the running transaction, is all that the digest
 * needs; without one nobody gets any, and none counts as sent.
 */
public interface DigestMail {
    /** @param digest to be queued; what this throws leaves the digest due */
    void queue(Digest digest);
}
