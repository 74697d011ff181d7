package com.aichatchronicles.revisions;

import com.aichatchronicles.conversations.Author;
import jakarta.json.bind.annotation.JsonbProperty;
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
        @JsonbProperty(value = "excerpt", nillable = true) String excerpt,
        String category,
        List<String> tags,
        @JsonbProperty(value = "ai_model", nillable = true) String aiModel,
        @JsonbProperty(value = "read_time", nillable = true) Integer readTime,
        Instant writtenAt,
        Instant replacedAt,

        @JsonbProperty(value = "replaced_by", nillable = true)
        Author replacedBy) {}
