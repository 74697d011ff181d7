package com.aichatchronicles.comments;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows comments: the threads of a conversation, the replies to a comment, single ones. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CommentReadService {
    @Inject
    CommentQueries queries;

    /**
     * Replies to a comment.
     *
     * @param conversation which they are about
     * @param page which looks the same to everybody; empty under a draft
     */
    public record Replies(UUID conversation, Optional<Page<CommentView>> page) {}

    /**
     * @param conversation whose threads
     * @param request what to show
     * @return the comments that answer no other, each with its first replies; empty for a draft and where there is none
     */
    public Optional<Page<CommentView>> lookupThreads(UUID conversation, ThreadRequest request) {
        return queries.place(conversation).filter(Place::published).map(place -> threads(place, request));
    }

    /**
     * @param conversation whose threads
     * @param request what to show
     * @param caller who asks
     * @return the comments that answer no other, each with its first replies
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft of somebody else
     */
    public Page<CommentView> threads(UUID conversation, ThreadRequest request, Optional<Caller> caller) {
        Place place = queries.place(conversation)
                .filter(known -> known.isOpenTo(caller))
                .orElseThrow(() -> new ApiException(ErrorCode.CONVERSATION_NOT_FOUND));
        return threads(place, request);
    }

    /**
     * @param comment whose replies; it may be hidden or deleted
     * @param request what to show
     * @return its direct replies, each with its own first replies
     * @throws ApiException COMMENT_NOT_FOUND if there is no such comment
     */
    public Replies publicReplies(UUID comment, ThreadRequest request) {
        Place place = queries.placeOf(comment).orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
        Optional<Page<CommentView>> page =
                place.published() ? Optional.of(replies(comment, place, request)) : Optional.empty();
        return new Replies(place.conversation(), page);
    }

    /**
     * @param comment whose replies; it may be hidden or deleted
     * @param request what to show
     * @param caller who asks
     * @return its direct replies, each with its own first replies
     * @throws ApiException COMMENT_NOT_FOUND, also under a draft of somebody else
     */
    public Page<CommentView> replies(UUID comment, ThreadRequest request, Optional<Caller> caller) {
        return replies(comment, requirePlaceOf(comment, caller), request);
    }

    /**
     * @param id the comment
     * @param caller who asks; its author and moderators see the text of a hidden one
     * @return the comment without its replies
     * @throws ApiException COMMENT_NOT_FOUND, also for a deleted one or under a draft of somebody else
     */
    public VersionedComment find(UUID id, Optional<Caller> caller) {
        Place place = requirePlaceOf(id, caller);
        CommentRow row = queries.lookup(id)
                .filter(known -> !known.deleted())
                .orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
        boolean whole = caller.filter(known -> seesWhole(known, row)).isPresent();
        CommentView view = whole ? row.whole() : row.view(List.of(), null);
        return new VersionedComment(view, row.version(), !place.published() || row.hidden() && whole);
    }

    private Page<CommentView> threads(Place place, ThreadRequest request) {
        CommentTree tree = new CommentTree(request, queries.threads(place.conversation(), request));
        return tree.page(place.siblings());
    }

    private Page<CommentView> replies(UUID comment, Place place, ThreadRequest request) {
        return new CommentTree(request, queries.replies(comment, request)).page(place.siblings());
    }

    private Place requirePlaceOf(UUID comment, Optional<Caller> caller) {
        return queries.placeOf(comment)
                .filter(known -> known.isOpenTo(caller))
                .orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
    }

    private static boolean seesWhole(Caller caller, CommentRow row) {
        return caller.role() == Role.MODERATOR
                || caller.isAdmin()
                || caller.id().equals(row.author().id());
    }
}
