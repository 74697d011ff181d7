package com.aichatchronicles.mail;

import java.util.Optional;

/**
 * A kind of mail, by the feature that sends it: a CDI bean for each. Its templates are {@code /mails/NAME.html, .txt}.
 */
public interface MailKind {
    /** @return its name, unique among all features: small letters and hyphens */
    String name();

    /**
     * @return whether one mail of this kind replaces the older ones to the same address: then an older one is
     *     forgotten, and an address gets at most five an hour
     */
    default boolean isLatestOnly() {
        return false;
    }

    /**
     * Writes the mail, in a transaction of its own that ends before the mail leaves. Called again at each attempt.
     *
     * @param mail as it was posted
     * @return what to send; empty if the mail is not wanted any more, which forgets it
     */
    Optional<Letter> write(QueuedMail mail);
}
