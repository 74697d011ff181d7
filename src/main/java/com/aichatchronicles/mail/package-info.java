/**
 * Outgoing mail: a queue in the database ({@code chronicles.mails}) that every server empties.
 *
 * <p>A feature posts a mail in the transaction of the act that it tells of; if that is rolled back there is no mail.
 * The row holds no text and no secret: a {@link com.aichatchronicles.mail.MailKind} of the feature writes the mail at
 * each attempt to send it, so that a link which lives an hour is good for an hour when the mail arrives, however long
 * the mail server was away.
 *
 * <p>No mail is lost: one that could not be handed over is tried again until it is {@code MAIL_LIFETIME} old, and a
 * mail server that can't be reached costs no attempt. A mail that the mail server refuses for good, or that has grown
 * too old, becomes a dead letter: a row that stays for thirty days, a line in the log, a number in the health check.
 *
 * <p>No mail is sent twice by two servers, because a mail is claimed with a lease longer than a hand-over can take. One
 * window remains, as with every mail server: where a server dies, or the connection breaks, between the mail server's
 * acceptance and our note of it, the mail is sent again. It then has the same {@code Message-ID}, by which mailboxes
 * recognise it. The other choice would be to lose it.
 *
 * <p>Templates are Mustache files in {@code /mails}, two for each kind, by JMustache: 80 kB without dependencies, which
 * escapes HTML unless told otherwise and has no code in its templates.
 */
package com.aichatchronicles.mail;
