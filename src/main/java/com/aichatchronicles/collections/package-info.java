/**
 * What readers keep: bookmarks, a private list, and collections, named and ordered lists that are private or public.
 * Owns {@code chronicles.bookmarks}, {@code chronicles.collections} and {@code chronicles.collected}.
 *
 * <p>A private collection is there for its owner alone, not for admins either; a public one may be changed by its owner
 * and, as everything public, by admins. What a reader may not see of a list is passed over and not counted for them, so
 * that a list tells nobody of a draft.
 */
package com.aichatchronicles.collections;
