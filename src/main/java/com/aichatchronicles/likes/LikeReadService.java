package com.aichatchronicles.likes;

import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.conversations.Shelf;
import com.aichatchronicles.conversations.ShelfQueries;
import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.profiles.PeopleQueries;
import com.aichatchronicles.profiles.PersonView;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Shows who likes what. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LikeReadService {
    @Inject
    LikeQueries likes;

    @Inject
    LikedCommentQueries comments;

    @Inject
    PeopleQueries people;

    @Inject
    ShelfQueries shelves;

    /**
     * @param kind what is liked
     * @param id its id
     * @param caller who asks
     * @return how they stand to it
     * @throws com.aichatchronicles.platform.errors.ApiException CONVERSATION_NOT_FOUND or COMMENT_NOT_FOUND, also for
     *     what they may not see
     */
    public LikeView find(Likeable kind, UUID id, Caller caller) {
        long number = likes.find(kind, id, Viewer.of(caller)).likesCount();
        return new LikeView(likes.exists(kind, id, caller.id()), number);
    }

    /**
     * @param kind what is liked
     * @param id its id
     * @param caller who asks
     * @param page which part
     * @return those who like it, the newest first
     * @throws com.aichatchronicles.platform.errors.ApiException CONVERSATION_NOT_FOUND or COMMENT_NOT_FOUND, also for
     *     what they may not see
     */
    public Page<PersonView> likers(Likeable kind, UUID id, Optional<Caller> caller, PageRequest page) {
        long number = likes.find(kind, id, Viewer.of(caller)).likesCount();
        return people.page(kind.likers().of(id, number), page);
    }

    /**
     * @param caller who asks
     * @param request what to show
     * @return the conversations that they like and may see, the last liked first
     */
    public Page<ConversationView> conversations(Caller caller, CardRequest request) {
        Shelf liked = new Shelf("public.likes", "user_id", Shelf.Order.NEWEST, caller.id());
        return shelves.page(liked, Viewer.of(caller), request);
    }

    /**
     * @param caller who asks
     * @param page which part
     * @return the comments that they like under conversations that they may see, the last liked first
     */
    public Page<LikedCommentView> comments(Caller caller, PageRequest page) {
        return comments.page(Viewer.of(caller), page);
    }
}
