package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.tags.UsedTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Names what a change of a conversation changes in cached answers; for methods with {@code @EvictsCache}. */
@ApplicationScoped
public class ConversationEvictions {
    @Inject
    Evictions evictions;

    /**
     * A conversation comes that is not featured. Nobody has asked for it by its name, which nobody knew; so what is
     * kept of other ones, some of which share its slot, stays.
     *
     * @param category its category
     * @param author whose it is
     */
    public void added(String category, UUID author) {
        evictions.add(
                ConversationTags.all(),
                ConversationTags.ofCategory(category),
                ConversationTags.ofAuthor(author),
                UsedTags.all());
    }

    /**
     * A conversation goes or changes. One that moves from a category or an author to another changes both lists:
     * call before and after.
     *
     * @param id the conversation
     * @param category its category
     * @param author whose it is
     */
    public void changed(UUID id, String category, UUID author) {
        evictions.add(ConversationTags.one(id), ConversationTags.featured());
        added(category, author);
    }
}
