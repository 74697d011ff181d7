/**
 * The audit log: who did what, to what, when, from which network address and in which request. Features fire a {@link
 * com.aichatchronicles.platform.audit.AuditFact}; this package keeps it in {@code chronicles.audit_log}, finds, exports
 * and checks it. By itself it notes every answer 403.
 *
 * <p>The log is a chain: each row has a position and the SHA-256 of itself and its predecessor's hash ({@link
 * com.aichatchronicles.audit.Link}), so that a row that was changed, taken out or put in is found. Rows are not chained
 * where they are written: that would need a lock from there to the end of each transaction, in which every sign-in on
 * every server would wait for the slowest deletion of an account, and two transactions could wait for each other for
 * good. They go to {@code audit_pending}, without any lock, and once a second one of the servers, the one that gets the
 * lock on the only row of {@code audit_chain}, moves what has committed into the log. So the chain is linear however
 * many servers write, and a fact is a second old before it can be searched for and before the chain guards it.
 *
 * <p>What the chain can't show is somebody with all rights in the database who writes the whole log anew. Whoever wants
 * to be safe from that keeps the head's hash, which each check and export tells, somewhere else.
 *
 * <p>Refusals come from anybody, as often as they like. They are added up in memory ({@link
 * com.aichatchronicles.audit.Refusals}) and written by the same round: the first of its action, code, actor and address
 * within a second, the others of the same minute as one row that tells how many they were, and from so many callers
 * that each would take a row, as one row for all. Successful refreshes of tokens are no rows but for the first of a
 * day: their number, too, is for anybody with an account to choose. No request waits for it. A server that is killed
 * loses the refusals of its last second, and the counts of its last minute.
 *
 * <p>There are triggers that refuse every change and deletion, but for the purge of what is older than {@code
 * AUDIT_RETENTION}: it first moves the anchor, from which a check begins, and records itself.
 *
 * <p>No row names anybody: accounts are ids, which mean nothing once the account is gone. The network address stays.
 */
package com.aichatchronicles.audit;
