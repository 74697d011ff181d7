/**
 * Redis, and the cache of answers; both make the server faster and are never needed for it to be right.
 *
 * <p>What is kept is an answer that is the same for everyone, as it goes over the wire: {@code @Cached} on a method
 * that makes one. It says what it was made of by tags, a writer says by tags what it changes ({@code @EvictsCache}),
 * and tags fall into slots that have versions in Redis. An answer counts while the versions that it was made under are
 * still the present ones; whatever goes wrong, the versions end up other than before, and the answer is made anew:
 *
 * <ul>
 *   <li>A reader that began before a write can't keep what it has read: versions change before the commit and after it,
 *       and in between nothing made of the slot is kept.
 *   <li>A writer that dies in between leaves its announcement, which holds for longer than its transaction can.
 *   <li>A writer that can't reach Redis, or has none, says so in PostgreSQL, in its own transaction, as do programs
 *       that write to the database by themselves (V6__cache_debts.sql); every server with Redis looks there five times
 *       a second.
 *   <li>Other servers hear of a change from Redis at once. A server that has not heard from Redis for 0.8 seconds uses
 *       nothing that it has kept.
 *   <li>A Redis that was restarted, flushed or has evicted a version makes up new ones.
 * </ul>
 */
package com.aichatchronicles.platform.cache;
