/**
 * Likes of conversations and comments. Owns {@code public.likes}; the counters beside the things that are liked are kept
 * by the triggers of migration V3. What somebody may not see can't be liked by them and has no likes for them.
 *
 * <p>Each new like is fired as {@link com.aichatchronicles.likes.Liked} inside its transaction.
 */
package com.aichatchronicles.likes;
