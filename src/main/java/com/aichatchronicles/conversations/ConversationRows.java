package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.persistence.TextArrayConverter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The columns that the queries read, and the conversations they become. */
final class ConversationRows {
    /** How many columns {@link #select} has; those that a query adds follow. */
    static final int WIDTH = 20;

    private static final String BEFORE_CONTENT = "SELECT c.id, c.title, ";
    private static final String AFTER_CONTENT = """
            , c.excerpt, c.author_id, c.category, c.tags, c.ai_model, c.read_time, c.published, c.featured,
              c.created_at, c.updated_at, p.full_name, p.username, p.avatar_url, c.likes_count, c.comments_count,
              c.version, c.edited_at""";

    private ConversationRows() {}

    /** @return the SELECT of a conversation named c with its author named p; no content is read that nobody sees */
    static String select(ConversationMembers members) {
        return BEFORE_CONTENT + (members.has("content") ? "c.content" : "NULL AS content") + AFTER_CONTENT;
    }

    static ConversationView view(Object row, ConversationMembers members) {
        return hit(row, members, null, null);
    }

    static ConversationView hit(Object row, ConversationMembers members, Double rank, String highlight) {
        Object[] column = (Object[]) row;
        UUID authorId = (UUID) column[4];
        List<String> tags = TextArrayConverter.texts(column[6]);
        return new ConversationView(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                (String) column[3],
                authorId,
                (String) column[5],
                tags == null ? List.of() : tags,
                (String) column[7],
                column[8] == null ? 5 : ((Number) column[8]).intValue(),
                Boolean.TRUE.equals(column[9]),
                Boolean.TRUE.equals(column[10]),
                instant(column[11]),
                instant(column[12]),
                instant(column[19]),
                new Author(authorId, (String) column[13], (String) column[14], (String) column[15]),
                ((Number) column[16]).longValue(),
                ((Number) column[17]).longValue(),
                ((Number) column[18]).longValue(),
                rank,
                highlight,
                members);
    }

    static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
