package com.aichatchronicles.likes;

import com.aichatchronicles.comments.CommentTags;
import com.aichatchronicles.conversations.ConversationEvictions;
import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Likes and takes likes back. Either may be done again without a further effect. */
@Stateless
@EvictsCache
public class LikeService {
    @Inject
    LikeQueries likes;

    @Inject
    ConversationEvictions conversations;

    @Inject
    Evictions evictions;

    @Inject
    Event<Liked> liked;

    /**
     * @param kind what is liked
     * @param id its id
     * @param caller who likes it from now on
     * @return how they stand to it now
     * @throws com.aichatchronicles.platform.errors.ApiException CONVERSATION_NOT_FOUND or COMMENT_NOT_FOUND, also for
     *     what they may not see
     */
    public LikeView like(Likeable kind, UUID id, Caller caller) {
        Viewer viewer = Viewer.of(caller);
        LikeQueries.Target target = likes.hold(kind, id, viewer);
        if (likes.insert(kind, id, caller.id())) {
            counted(kind, target);
            liked.fire(new Liked(caller.id(), target.conversation(), kind == Likeable.COMMENT ? id : null));
        }
        return new LikeView(true, likes.find(kind, id, viewer).likesCount());
    }

    /**
     * @param kind what is liked
     * @param id its id
     * @param caller who does not like it from now on
     * @return how they stand to it now
     * @throws com.aichatchronicles.platform.errors.ApiException CONVERSATION_NOT_FOUND or COMMENT_NOT_FOUND, also for
     *     what they may not see
     */
    public LikeView unlike(Likeable kind, UUID id, Caller caller) {
        Viewer viewer = Viewer.of(caller);
        LikeQueries.Target target = likes.find(kind, id, viewer);
        if (likes.delete(kind, id, caller.id())) {
            counted(kind, target);
        }
        return new LikeView(false, likes.find(kind, id, viewer).likesCount());
    }

    private void counted(Likeable kind, LikeQueries.Target target) {
        if (kind == Likeable.CONVERSATION) {
            conversations.changed(target.conversation(), target.category(), target.author());
        } else {
            evictions.add(CommentTags.under(target.conversation()));
        }
    }
}
