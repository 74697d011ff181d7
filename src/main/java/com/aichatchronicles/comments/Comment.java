package com.aichatchronicles.comments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody says about a conversation or about another comment. Its author edits and deletes it; moderators hide
 * it, show it again or delete it. Deleted while it has replies, or left behind with its author's account, it stays as
 * an empty place. The database counts its version, likes and replies.
 */
@Entity
@Table(schema = "public", name = "comments")
public class Comment {
    @Id
    private UUID id;

    @Column(name = "conversation_id")
    private UUID conversationId;

    @Column(name = "author_id")
    private UUID authorId;

    private String content;

    @Column(name = "parent_id")
    private UUID parentId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "hidden_at")
    private Instant hiddenAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(insertable = false, updatable = false)
    private long version;

    @Column(name = "replies_count", insertable = false, updatable = false)
    private int repliesCount;

    protected Comment() {} // required by JPA

    /**
     * @param draft validated
     * @param now the present time
     */
    Comment(UUID id, UUID conversationId, UUID authorId, NewComment draft, Instant now) {
        this.id = id;
        this.conversationId = conversationId;
        this.authorId = authorId;
        this.content = draft.content().strip();
        this.parentId = draft.parent();
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID authorId() {
        return authorId;
    }

    UUID parentId() {
        return parentId;
    }

    long version() {
        return version;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    boolean hasReplies() {
        return repliesCount > 0;
    }

    /** @return whether a comment of that conversation may answer this one */
    boolean takesRepliesIn(UUID conversation) {
        return !isDeleted() && conversationId.equals(conversation);
    }

    void edit(CommentEdit changes) {
        content = changes.content().strip();
    }

    void hide(Instant now) {
        hiddenAt = hiddenAt == null ? now : hiddenAt;
    }

    void show() {
        hiddenAt = null;
    }

    /** Leaves nothing but the place that holds the replies. */
    void empty(Instant now) {
        content = "";
        deletedAt = now;
    }
}
