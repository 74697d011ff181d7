package com.aichatchronicles.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A conversation as it is answered; {@link ConversationWriter} writes it.
 *
 * @param content null where the caller did not ask for it
 * @param version counts the edits; not a member of the answer but of its entity tag
 * @param editedAt when its text last changed after it was public, null if never
 * @param rank how well it fits the search, null in a plain list
 * @param highlight where it fits, HTML-safe with {@code <mark>} as the only markup, null in a plain list
 * @param members which of these the answer has
 */
public record ConversationView(
        UUID id,
        String title,
        String content,
        String excerpt,
        UUID authorId,
        String category,
        List<String> tags,
        String aiModel,
        int readTime,
        boolean published,
        boolean featured,
        Instant createdAt,
        Instant updatedAt,
        Instant editedAt,
        Author profiles,
        long likesCount,
        long commentsCount,
        long version,
        Double rank,
        String highlight,
        ConversationMembers members) {

    /**
     * Of the id alone: JSON-B keeps what it is writing in a hash set, and a hash of all members reads the whole text.
     */
    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
