package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation with an assistant. Begins as a draft or published; its author and admins edit it, publish it, take it
 * back; an admin may feature it; moderators may withhold it from the public until they restore it; deleted, it is gone
 * with its comments and likes. The database counts its version, likes and comments.
 */
@Entity
@Table(schema = "public", name = "conversations")
public class Conversation {
    @Id
    private UUID id;

    private String title;
    private String content;
    private String excerpt;

    @Column(name = "author_id")
    private UUID authorId;

    private String category;

    @Column(name = "read_time")
    private Integer readTime;

    private Boolean published;
    private Boolean featured;

    @Convert(converter = TextArrayConverter.class)
    private List<String> tags;

    @Column(name = "ai_model")
    private String aiModel;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "withheld_at")
    private Instant withheldAt;

    @Column(name = "edited_by")
    private UUID editedBy;

    @Column(insertable = false, updatable = false)
    private long version;

    protected Conversation() {} // required by JPA

    /**
     * @param draft validated
     * @param publish whether the world sees it
     * @param now the present time
     */
    Conversation(UUID id, UUID authorId, NewConversation draft, boolean publish, Instant now) {
        this.id = id;
        this.authorId = authorId;
        this.title = draft.title().strip();
        this.content = draft.content();
        this.excerpt = given(draft.excerpt()) ? draft.excerpt().strip() : Digest.excerpt(content);
        this.category = draft.category().strip();
        this.readTime = draft.minutes() == null ? ReadingTime.minutes(content) : draft.minutes();
        this.tags = Tags.tidy(draft.tags());
        this.aiModel = given(draft.aiModel()) ? draft.aiModel().strip() : null;
        this.published = publish;
        this.featured = false;
        this.createdAt = now;
        this.updatedAt = now;
        this.version = 1;
    }

    UUID id() {
        return id;
    }

    UUID authorId() {
        return authorId;
    }

    String category() {
        return category;
    }

    long version() {
        return version;
    }

    boolean isWithheld() {
        return withheldAt != null;
    }

    boolean isPublished() {
        return Boolean.TRUE.equals(published);
    }

    /**
     * Takes over each member that is given; an empty text clears what may be empty.
     *
     * @throws ApiException CONVERSATION_WITHHELD if it is to be published while moderators withhold it
     */
    void edit(ConversationEdit changes) {
        if (withheldAt != null && Boolean.TRUE.equals(changes.published())) {
            throw new ApiException(ErrorCode.CONVERSATION_WITHHELD);
        }
        title = changes.title() == null ? title : changes.title().strip();
        category = changes.category() == null ? category : changes.category().strip();
        published = changes.published() == null ? published : changes.published();
        tags = changes.tags() == null ? tags : Tags.tidy(changes.tags());
        if (changes.aiModel() != null) {
            aiModel = given(changes.aiModel()) ? changes.aiModel().strip() : null;
        }
        editText(changes);
    }

    /** An excerpt that nobody wrote follows the content: what is taken out of one does not stay in the other. */
    private void editText(ConversationEdit changes) {
        boolean made = Digest.isExcerpt(excerpt, content);
        content = changes.content() == null ? content : changes.content();
        if (given(changes.excerpt())) {
            excerpt = changes.excerpt().strip();
        } else if (changes.excerpt() != null || changes.content() != null && made) {
            excerpt = Digest.excerpt(content);
        }
        readTime = changes.minutes() == null ? readTime : changes.minutes();
    }

    /** Notes whose edit this is, for the revision that it makes. */
    void editedBy(UUID editor) {
        editedBy = editor;
    }

    /**
     * Publishes it as if it had been posted at that time: lists and feeds have it among the newest then.
     *
     * @param time when it was to be published
     * @throws ApiException CONVERSATION_WITHHELD while moderators withhold it
     */
    void publishAsOf(Instant time) {
        if (isWithheld()) {
            throw new ApiException(ErrorCode.CONVERSATION_WITHHELD);
        }
        published = true;
        createdAt = time;
    }

    /** @return what its readers will read; no excerpt where that only repeats how the content begins */
    ConversationText text() {
        String own = Digest.isExcerpt(excerpt, content) ? null : excerpt;
        return new ConversationText(title, content, own, category, aiModel, tags);
    }

    void replaceText(ConversationText text) {
        title = text.title();
        content = text.content();
        excerpt = text.excerpt() == null ? Digest.excerpt(content) : text.excerpt();
        category = text.category();
        aiModel = text.aiModel();
        tags = text.tags();
    }

    /** @return whether that changed anything */
    boolean feature(boolean feature) {
        boolean before = Boolean.TRUE.equals(featured);
        featured = feature;
        return before != feature;
    }

    /** Takes it from the public; the author can't publish it again. */
    void withhold(Instant now) {
        published = false;
        withheldAt = now;
    }

    /** Publishes it again, if it is withheld. */
    void restore() {
        published = withheldAt != null || isPublished();
        withheldAt = null;
    }

    void giveTo(UUID newAuthorId) {
        authorId = newAuthorId;
    }

    /** @return the conversation just made, which no one has liked yet */
    ConversationView view(Author author, ConversationMembers members) {
        return new ConversationView(
                id,
                title,
                content,
                excerpt,
                authorId,
                category,
                tags,
                aiModel,
                readTime,
                isPublished(),
                Boolean.TRUE.equals(featured),
                createdAt,
                updatedAt,
                null,
                author,
                0,
                0,
                version,
                null,
                null,
                members);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
