package com.aichatchronicles.conversations;

import com.aichatchronicles.accounts.ProfileTags;
import com.aichatchronicles.platform.cache.Tag;
import java.util.UUID;

/** What cached answers show of conversations. */
public final class ConversationTags {
    private static final Tag ALL = new Tag("conversations");
    private static final Tag FEATURED = new Tag("featured conversations");

    private ConversationTags() {}

    /** @return the list of all, and every figure about it */
    public static Tag all() {
        return ALL;
    }

    /** @return the featured ones: each change of a conversation, but not a new one, which is not featured */
    static Tag featured() {
        return FEATURED;
    }

    /** @return one conversation with its counters */
    public static Tag one(UUID id) {
        return Tag.of("conversation", id);
    }

    /** @return the list of a category */
    static Tag ofCategory(String category) {
        return Tag.of("conversations of category", category);
    }

    /** @return the list of an author's published ones, with their counters */
    public static Tag ofAuthor(UUID author) {
        return Tag.of("conversations of author", author);
    }

    /** @return what a list with this filter is made of */
    static Tag[] of(ListRequest.Filter filter) {
        return new Tag[] {scope(filter), ProfileTags.any()};
    }

    private static Tag scope(ListRequest.Filter filter) {
        if (filter.author() != null) {
            return ofAuthor(filter.author());
        }
        return filter.category() == null ? ALL : ofCategory(filter.category());
    }
}
