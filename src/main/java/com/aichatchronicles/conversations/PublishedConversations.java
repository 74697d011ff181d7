package com.aichatchronicles.conversations;

import com.aichatchronicles.accounts.ProfileTags;
import com.aichatchronicles.platform.cache.Cached;
import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.cache.Tag;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.UUID;

/** What everybody sees of conversations, as it goes over the wire; no draft gets in here. */
@ApplicationScoped
public class PublishedConversations {
    /** The region of the cache for single ones. */
    static final String ONE = "conversation";

    /** The region for lists. */
    static final String LISTS = "conversations";

    /** The region for pages of hits. */
    static final String SEARCHES = "search";

    /** The region for the front page, the names of the categories and the site's figures. */
    static final String OVERVIEWS = "overview";

    @Inject
    ConversationReadService reads;

    @Inject
    SearchGate gate;

    @Inject
    Jsonb jsonb;

    /** @return a page of a list */
    @Cached(region = LISTS)
    public CachedAnswer list(ListRequest request) {
        return page(request, reads.list(request));
    }

    /** @return a page of hits */
    @Cached(region = SEARCHES)
    public CachedAnswer search(ListRequest request) {
        return page(request, gate.search(request));
    }

    /** @return the conversation; absent where there is none, or a draft */
    @Cached(region = ONE)
    public CachedAnswer lookup(UUID id, ConversationMembers members) {
        return reads.lookupPublished(id, members)
                .map(view -> CachedAnswer.of(
                        json(view),
                        view.version(),
                        ConversationTags.one(id),
                        ProfileTags.one(view.profiles().id())))
                .orElseGet(() -> CachedAnswer.absent(ConversationTags.one(id)));
    }

    /** @return the featured ones, as many at most */
    @Cached(region = OVERVIEWS)
    public CachedAnswer featured(int limit, ConversationMembers members) {
        List<ConversationView> shown = reads.featured(limit, members);
        boolean anyFeatured = shown.stream().anyMatch(ConversationView::featured);
        Tag scope = anyFeatured ? ConversationTags.featured() : ConversationTags.all();
        return CachedAnswer.of(json(shown), scope, ProfileTags.any());
    }

    /** @return the names of all categories */
    @Cached(region = OVERVIEWS)
    public CachedAnswer categories() {
        return CachedAnswer.of(json(reads.categories()), ConversationTags.all());
    }

    /** @return the same categories, each with its number of conversations */
    @Cached(region = OVERVIEWS)
    public CachedAnswer countedCategories() {
        return CachedAnswer.of(json(reads.countedCategories()), ConversationTags.all());
    }

    /** @return the site in figures */
    @Cached(region = OVERVIEWS)
    public CachedAnswer stats() {
        return CachedAnswer.of(json(reads.stats()), ConversationTags.all());
    }

    private CachedAnswer page(ListRequest request, Page<ConversationView> page) {
        if (request.filter().withDrafts()) {
            throw new IllegalArgumentException("Drafts are not for everybody");
        }
        return CachedAnswer.of(jsonb.toJson(page), ConversationTags.of(request.filter()));
    }

    private String json(Object data) {
        return jsonb.toJson(Envelope.of(data));
    }
}
