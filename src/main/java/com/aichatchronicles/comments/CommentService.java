package com.aichatchronicles.comments;

import com.aichatchronicles.conversations.ConversationEvictions;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.EntityTags;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.spam.PostKind;
import com.aichatchronicles.spam.SpamBrakeService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes comments: post, edit, delete, hide. */
@Stateless
@EvictsCache
public class CommentService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    CommentQueries queries;

    @Inject
    SpamBrakeService brakes;

    @Inject
    ConversationEvictions evictions;

    @Inject
    Event<Commented> commented;

    @Inject
    Event<CommentRemoved> removed;

    @Inject
    Event<AuditFact> facts;

    @Inject
    Clock clock;

    /**
     * @param conversation which it is about
     * @param draft validated
     * @param caller its author
     * @return the new comment
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft of somebody else; VALIDATION_ERROR if it answers no
     *     comment of this conversation, or as the brakes on spam say: VALIDATION_ERROR, POSTING_LIMIT_EXCEEDED,
     *     TEXT_ALREADY_EXISTS
     */
    public VersionedComment post(UUID conversation, NewComment draft, Caller caller) {
        Place place = queries.lock(conversation)
                .filter(known -> known.isOpenTo(Optional.of(caller)))
                .orElseThrow(() -> new ApiException(ErrorCode.CONVERSATION_NOT_FOUND));
        UUID parentAuthor = draft.parent() == null ? null : parentAuthor(draft.parent(), conversation);
        brakes.admit(caller, PostKind.COMMENT, null, draft.content());
        Comment comment = new Comment(NewId.next(), conversation, caller.id(), draft, clock.instant());
        entities.persist(comment);
        entities.flush();
        recounted(place);
        commented.fire(new Commented(
                caller.id(), comment.id(), conversation, place.author(), comment.parentId(), parentAuthor));
        return written(comment.id(), place);
    }

    /**
     * @param id the comment
     * @param changes validated
     * @param caller who edits
     * @param ifMatch the caller's If-Match header, or null
     * @return the comment afterwards
     * @throws ApiException COMMENT_NOT_FOUND, UNAUTHORIZED_UPDATE, PRECONDITION_FAILED, or VALIDATION_ERROR as the
     *     brakes on spam say
     */
    public VersionedComment edit(UUID id, CommentEdit changes, Caller caller, String ifMatch) {
        Place place = require(queries.placeOf(id), caller);
        Comment comment = require(id);
        if (!caller.isAdmin() && !comment.authorId().equals(caller.id())) {
            throw new ApiException(ErrorCode.UNAUTHORIZED_UPDATE);
        }
        requireMatch(comment, ifMatch);
        brakes.admitEdit(caller, changes.content());
        comment.edit(changes);
        entities.flush();
        return written(id, place);
    }

    /**
     * @param id the comment; where it has replies, an empty place remains
     * @param caller who deletes
     * @param ifMatch the caller's If-Match header, or null
     * @throws ApiException COMMENT_NOT_FOUND, UNAUTHORIZED_DELETE or PRECONDITION_FAILED
     */
    public void delete(UUID id, Caller caller, String ifMatch) {
        Place place = require(queries.lockPlaceOf(id), caller);
        Comment comment = require(id);
        boolean own = comment.authorId().equals(caller.id());
        if (!own && !moderates(caller)) {
            throw new ApiException(ErrorCode.UNAUTHORIZED_DELETE);
        }
        requireMatch(comment, ifMatch);
        if (comment.hasReplies()) {
            comment.empty(clock.instant());
            entities.flush();
        } else {
            remove(comment);
        }
        recounted(place);
        facts.fire(AuditFact.done("comment.deleted").on("comment", id));
        if (!own) {
            removed.fire(new CommentRemoved(place.conversation(), comment.authorId()));
        }
    }

    /**
     * Hides a comment from everybody but its author and the moderators, or shows it again. The caller must be a
     * moderator.
     *
     * @param id the comment
     * @param hidden whether to hide it
     * @param moderator who does so
     * @return its author
     * @throws ApiException COMMENT_NOT_FOUND
     */
    public UUID hide(UUID id, boolean hidden, Caller moderator) {
        Place place = require(queries.lockPlaceOf(id), moderator);
        Comment comment = require(id);
        if (hidden) {
            comment.hide(clock.instant());
        } else {
            comment.show();
        }
        entities.flush();
        recounted(place);
        return comment.authorId();
    }

    /** The conversation says how many comments it has, in each list. */
    private void recounted(Place place) {
        evictions.changed(place.conversation(), place.category(), place.author());
    }

    /** Empty places above that held nothing but this comment go too. */
    private void remove(Comment comment) {
        Comment leaf = comment;
        while (leaf != null) {
            UUID parentId = leaf.parentId();
            entities.remove(leaf);
            entities.flush(); // the database counts the replies of the parent
            Comment parent = parentId == null ? null : find(parentId);
            leaf = parent != null && parent.isDeleted() && !parent.hasReplies() ? parent : null;
        }
    }

    private UUID parentAuthor(UUID parent, UUID conversation) {
        return Optional.ofNullable(entities.find(Comment.class, parent))
                .filter(known -> known.takesRepliesIn(conversation))
                .map(Comment::authorId)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.VALIDATION_ERROR,
                        List.of(FieldError.of("parent_id", "must be a comment of this conversation", "any.invalid"))));
    }

    private static Place require(Optional<Place> place, Caller caller) {
        return place.filter(known -> known.isOpenTo(Optional.of(caller)))
                .orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
    }

    private Comment require(UUID id) {
        Comment comment = find(id);
        if (comment == null || comment.isDeleted()) {
            throw new ApiException(ErrorCode.COMMENT_NOT_FOUND);
        }
        return comment;
    }

    /** Locks the row, so that of several editors with the same If-Match one wins and the others see its version. */
    private Comment find(UUID id) {
        return entities.find(Comment.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static void requireMatch(Comment comment, String ifMatch) {
        if (!EntityTags.matches(ifMatch, comment.version())) {
            throw new ApiException(ErrorCode.PRECONDITION_FAILED);
        }
    }

    private static boolean moderates(Caller caller) {
        return caller.role() == Role.MODERATOR || caller.isAdmin();
    }

    /** Reads what was written, because the database sets version and time. */
    private VersionedComment written(UUID id, Place place) {
        CommentRow row = queries.lookup(id).orElseThrow();
        return new VersionedComment(row.whole(), row.version(), !place.published() || row.hidden());
    }
}
