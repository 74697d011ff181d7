/**
 * Proving an address and getting back in: verification, forgotten passwords, change of address, and the notices to an
 * owner whose account has changed. Owns {@code chronicles.one_time_codes}.
 *
 * <p>A link holds a code of 256 random bits that is good once and for a limited time; the database knows its hash
 * alone. The code is made when its mail leaves, so it lies in no queue, and a link is good for its whole time however
 * late the mail is. A newer mail of the same kind voids the codes of the older ones.
 *
 * <p>Asking for a link never looks whether there is an account: the call writes one row to the mail queue and answers.
 * Whether anything is sent is decided when the queue is emptied, so that neither text nor time tells an address that is
 * known from one that is not.
 */
package com.aichatchronicles.recovery;
