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
     * A list of comments.
     *
     * @param page which looks the same to all who may see it
     * @param published whether that is everybody
     */
    public record Listing(Page<CommentView> page, boolean published) {}

    /**
     * @param conversation whose threads
     * @param request what to show
     * @param caller who asks
     * @return the comments that answer no other, each with its first replies
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft of somebody else
     */
    public Listing threads(UUID conversation, ThreadRequest request, Optional<Caller> caller) {
        Place place = queries.place(conversation)
                .filter(known -> known.isOpenTo(caller))
                .orElseThrow(() -> new ApiException(ErrorCode.CONVERSATION_NOT_FOUND));
        CommentTree tree = new CommentTree(request, queries.threads(conversation, request));
        return new Listing(tree.page(place.siblings()), place.published());
    }

    /**
     * @param comment whose replies; it may be hidden or deleted
     * @param request what to show
     * @param caller who asks
     * @return its direct replies, each with its own first replies
     * @throws ApiException COMMENT_NOT_FOUND, also under a draft of somebody else
     */
    public Listing replies(UUID comment, ThreadRequest request, Optional<Caller> caller) {
        Place place = requirePlaceOf(comment, caller);
        CommentTree tree = new CommentTree(request, queries.replies(comment, request));
        return new Listing(tree.page(place.siblings()), place.published());
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
