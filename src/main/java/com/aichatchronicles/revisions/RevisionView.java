package com.aichatchronicles.revisions;

import com.aichatchronicles.conversations.Author;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;

/**
 * A former text of a conversation.
 *
 * @param version the conversation's version that it was
 * @param content null in a list, and then left out
 * @param writtenAt when this text was written
 * @param replacedAt when an edit replaced it
 * @param replacedBy who made that edit, null where the account is gone
 */
public record RevisionView(
        long version,
        String title,
        String content,
        @JsonbNillable String excerpt,
        String category,
        List<String> tags,
        @JsonbNillable String aiModel,
        @JsonbNillable Integer readTime,
        Instant writtenAt,
        Instant replacedAt,

        @JsonbNillable Author replacedBy) {}
