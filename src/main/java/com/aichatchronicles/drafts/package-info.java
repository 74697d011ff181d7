/**
 * Drafts: when they are to be published, and the secret links by which others read them. Owns
 * {@code chronicles.scheduled_publications} and {@code chronicles.secret_links}.
 *
 * <p>A scheduled draft is published exactly once, whichever of the servers takes it: its row is locked, passed over by
 * the others, and gone in the transaction that publishes. The conversation then counts as made at the time it was
 * scheduled for ({@code created_at}), so that lists and feeds have it among the newest; {@code updated_at} is the
 * moment of the deed. A link makes nothing public: lists, search and caches know nothing of it.
 */
package com.aichatchronicles.drafts;
