package com.aichatchronicles.tags;

import com.aichatchronicles.platform.cache.Cached;
import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.cache.Tag;
import com.aichatchronicles.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;

/** The tags in use, as they go over the wire. */
@ApplicationScoped
public class UsedTags {
    /** The region of the cache. */
    static final String REGION = "tags";

    private static final Tag ALL = new Tag("tags");

    @Inject
    TagService tags;

    @Inject
    Jsonb jsonb;

    /** @return what cached answers show of tags: whoever publishes, edits or takes back a conversation changes it */
    public static Tag all() {
        return ALL;
    }

    /**
     * @param prefix how the tags begin, in any case; null for all tags
     * @param byName whether they are sorted by name instead of by popularity
     * @param part which part of the list
     * @return a page of tags
     */
    @Cached(region = REGION)
    public CachedAnswer list(String prefix, boolean byName, PageRequest part) {
        return CachedAnswer.of(jsonb.toJson(tags.list(prefix, byName, part)), ALL);
    }
}
