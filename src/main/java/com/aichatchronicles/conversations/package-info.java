/**
 * Conversations: publish, edit, list, search, feature. Owns {@code public.conversations} and the totals in
 * {@code chronicles.conversation_totals}; reproduces {@code /api/v1/conversations} of the earlier back end.
 *
 * <p>Reads are native SQL in {@link com.aichatchronicles.conversations.ConversationQueries}, because the lists are
 * composed at run time; writes go through the entity. A draft is shown to its author and to admins; to anyone else it
 * does not exist.
 */
package com.aichatchronicles.conversations;
