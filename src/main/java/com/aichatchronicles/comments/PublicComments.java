package com.aichatchronicles.comments;

import com.aichatchronicles.accounts.ProfileTags;
import com.aichatchronicles.conversations.ConversationTags;
import com.aichatchronicles.platform.cache.Cached;
import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.cache.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.UUID;

/** The comments under published conversations, as it goes over the wire; none under a draft gets in here. */
@ApplicationScoped
public class PublicComments {
    /** The region of the cache. */
    static final String REGION = "comments";

    @Inject
    CommentReadService reads;

    @Inject
    Jsonb jsonb;

    /** @return a page of threads; absent where there is no such conversation, or a draft */
    @Cached(region = REGION)
    public CachedAnswer threads(UUID conversation, ThreadRequest request) {
        return reads.lookupThreads(conversation, request)
                .map(page -> CachedAnswer.of(jsonb.toJson(page), tags(conversation)))
                .orElseGet(() -> CachedAnswer.absent(ConversationTags.one(conversation)));
    }

    /**
     * @return a page of direct replies; absent where they are under a draft
     * @throws com.aichatchronicles.platform.errors.ApiException COMMENT_NOT_FOUND if there is no such comment
     */
    @Cached(region = REGION)
    public CachedAnswer replies(UUID comment, ThreadRequest request) {
        CommentReadService.Replies replies = reads.publicReplies(comment, request);
        return replies.page()
                .map(page -> CachedAnswer.of(jsonb.toJson(page), tags(replies.conversation())))
                .orElseGet(() -> CachedAnswer.absent(ConversationTags.one(replies.conversation())));
    }

    private static Tag[] tags(UUID conversation) {
        return new Tag[] {ConversationTags.one(conversation), CommentTags.under(conversation), ProfileTags.any()};
    }
}
