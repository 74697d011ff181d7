package com.aichatchronicles.comments;

import com.aichatchronicles.conversations.Author;
import com.aichatchronicles.platform.http.Position;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment as the queries read it.
 *
 * @param content as it is kept, also while nobody may see it
 * @param author as they are, also of a deleted comment; without an id where their account is gone
 * @param depth 0 for one of the list, 1 for a reply to it and so on
 */
record CommentRow(
        UUID id,
        UUID conversationId,
        UUID parentId,
        String content,
        Instant createdAt,
        Instant updatedAt,
        long likesCount,
        long repliesCount,
        long version,
        boolean hidden,
        boolean deleted,
        Author author,
        int depth) {

    /** The SELECT list of a comment named c with its author named p; the depth has to follow. */
    static final String COLUMNS = """
            SELECT c.id, c.conversation_id, c.parent_id, c.content, c.created_at, c.updated_at, c.likes_count,
                   c.replies_count, c.version, c.hidden_at IS NOT NULL, c.deleted_at IS NOT NULL, c.author_id,
                   p.full_name, p.username, p.avatar_url,""";

    /** How many columns that makes with the depth. */
    static final int WIDTH = 16;

    static CommentRow of(Object[] column) {
        return new CommentRow(
                (UUID) column[0],
                (UUID) column[1],
                (UUID) column[2],
                (String) column[3],
                ((Timestamp) column[4]).toInstant(),
                ((Timestamp) column[5]).toInstant(),
                ((Number) column[6]).longValue(),
                ((Number) column[7]).longValue(),
                ((Number) column[8]).longValue(),
                (Boolean) column[9],
                (Boolean) column[10],
                new Author((UUID) column[11], (String) column[12], (String) column[13], (String) column[14]),
                ((Number) column[15]).intValue());
    }

    /** @return where it stands among its siblings */
    Position position(CommentSort sort) {
        return sort == CommentSort.CREATED_AT ? Position.at(createdAt, id) : new Position(likesCount, id);
    }

    /** @return it as everybody may see it */
    CommentView view(List<CommentView> replies, String repliesCursor) {
        return view(hidden ? null : content, replies, repliesCursor);
    }

    /** @return it alone, for somebody who may see it while it is hidden */
    CommentView whole() {
        return view(content, List.of(), null);
    }

    private CommentView view(String shown, List<CommentView> replies, String repliesCursor) {
        return new CommentView(
                id,
                conversationId,
                parentId,
                deleted ? null : author.id(),
                deleted ? null : shown,
                createdAt,
                updatedAt,
                !deleted && updatedAt.isAfter(createdAt),
                hidden,
                deleted,
                likesCount,
                repliesCount,
                deleted ? null : author,
                replies,
                repliesCursor);
    }
}
