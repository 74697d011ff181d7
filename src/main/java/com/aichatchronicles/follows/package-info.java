/**
 * Who follows whom, and the feed that comes of it. Owns {@code public.follows} and, in {@code chronicles.follow_counts},
 * how many followers each profile has and how many it follows.
 *
 * <p>Each new follower is fired as {@link com.aichatchronicles.follows.Followed} inside its transaction.
 */
package com.aichatchronicles.follows;
