package com.aichatchronicles.comments;

import com.aichatchronicles.platform.cache.Tag;
import java.util.UUID;

/** What cached answers show of comments. */
public final class CommentTags {
    private CommentTags() {}

    /** @return the texts and the likes of the comments under a conversation */
    public static Tag under(UUID conversation) {
        return Tag.of("comments of conversation", conversation);
    }
}
