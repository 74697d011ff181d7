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
        return queries.threads(conversation, request)
                .filter(found -> found.place().published())
                .map(found -> page(found, request));
    }

    /**
     * @param conversation whose threads
     * @param request what to show
     * @param caller who asks
     * @return the comments that answer no other, each with its first replies
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft of somebody else
     */
    public Page<CommentView> threads(UUID conversation, ThreadRequest request, Optional<Caller> caller) {
        return queries.threads(conversation, request)
                .filter(found -> found.place().isOpenTo(caller))
                .map(found -> page(found, request))
                .orElseThrow(() -> new ApiException(ErrorCode.CONVERSATION_NOT_FOUND));
    }

    /**
     * @param comment whose replies; it may be hidden or deleted
     * @param request what to show
     * @return its direct replies, each with its own first replies
     * @throws ApiException COMMENT_NOT_FOUND if there is no such comment
     */
    public Replies publicReplies(UUID comment, ThreadRequest request) {
        CommentQueries.Discussion found =
                queries.replies(comment, request).orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
        Place place = found.place();
        return new Replies(
                place.conversation(), place.published() ? Optional.of(page(found, request)) : Optional.empty());
    }

    /**
     * @param comment whose replies; it may be hidden or deleted
     * @param request what to show
     * @param caller who asks
     * @return its direct replies, each with its own first replies
     * @throws ApiException COMMENT_NOT_FOUND, also under a draft of somebody else
     */
    public Page<CommentView> replies(UUID comment, ThreadRequest request, Optional<Caller> caller) {
        return queries.replies(comment, request)
                .filter(found -> found.place().isOpenTo(caller))
                .map(found -> page(found, request))
                .orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
    }

    /**
     * @param id the comment
     * @param caller who asks; its author and moderators see the text of a hidden one
     * @return the comment without its replies
     * @throws ApiException COMMENT_NOT_FOUND, also for a deleted one or under a draft of somebody else
     */
    public VersionedComment find(UUID id, Optional<Caller> caller) {
        Place place = queries.placeOf(id)
                .filter(known -> known.isOpenTo(caller))
                .orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
        CommentRow row = queries.lookup(id)
                .filter(known -> !known.deleted())
                .orElseThrow(() -> new ApiException(ErrorCode.COMMENT_NOT_FOUND));
        boolean whole = caller.filter(known -> seesWhole(known, row)).isPresent();
        CommentView view = whole ? row.whole() : row.view(List.of(), null);
        return new VersionedComment(view, row.version(), !place.published() || row.hidden() && whole);
    }

    private static Page<CommentView> page(CommentQueries.Discussion found, ThreadRequest request) {
        return new CommentTree(request, found.rows()).page(found.place().siblings());
    }

    private static boolean seesWhole(Caller caller, CommentRow row) {
        return caller.role() == Role.MODERATOR
                || caller.isAdmin()
                || caller.id().equals(row.author().id());
    }
}
