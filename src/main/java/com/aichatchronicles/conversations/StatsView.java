package com.aichatchronicles.conversations;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;

/**
 * The site in figures. Drafts, their likes and their comments are not among them, so that nobody learns of a draft.
 *
 * @param lastUpdated when a published conversation was last written, null where there is none
 */
public record StatsView(
        @JsonbProperty("totalConversations") long totalConversations,
        @JsonbProperty("publishedConversations") long publishedConversations,
        @JsonbProperty("featuredConversations") long featuredConversations,
        @JsonbProperty("totalLikes") long totalLikes,
        @JsonbProperty("totalComments") long totalComments,

        @JsonbProperty("lastUpdated") @JsonbNillable Instant lastUpdated) {}
