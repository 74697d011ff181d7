package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.CacheKey;
import java.util.List;
import java.util.UUID;

/**
 * What a list is to show.
 *
 * @param filter which conversations
 * @param term what is searched for, null for a plain list
 * @param order how they are sorted
 * @param page the page wanted, from 1
 * @param limit the most conversations on it
 * @param cursor where to go on instead of the page, or null
 * @param members what each shows
 */
public record ListRequest(
        Filter filter, SearchTerm term, Order order, int page, int limit, Cursor cursor, ConversationMembers members)
        implements CacheKey {

    /**
     * @param category null for all
     * @param tags any of them; empty for all
     * @param aiModel null for all
     * @param author null for all
     * @param withDrafts whether the author's drafts are shown too
     */
    public record Filter(String category, List<String> tags, String aiModel, UUID author, boolean withDrafts)
            implements CacheKey {
        static Filter none() {
            return new Filter(null, List.of(), null, null, false);
        }

        @Override
        public String cacheKey() {
            return CacheKey.join(category, CacheKey.join(tags.toArray()), aiModel, author, withDrafts);
        }

        Filter ofAuthor(UUID id, boolean drafts) {
            return new Filter(category, tags, aiModel, id, drafts);
        }

        boolean hasTotalOfItsOwn() {
            boolean others = !tags.isEmpty() || aiModel != null;
            return !others && (category == null || author == null);
        }
    }

    /**
     * @param sort null for best match first, in a search only
     * @param descending the direction
     */
    public record Order(Sort sort, boolean descending) {
        String direction() {
            return descending ? "DESC" : "ASC";
        }
    }

    @Override
    public String cacheKey() {
        return CacheKey.join(
                filter,
                term == null ? null : term.text(),
                order.sort(),
                order.descending(),
                page,
                limit,
                cursor == null ? null : cursor.encode(),
                members);
    }

    ListRequest ofAuthor(UUID id, boolean drafts) {
        return new ListRequest(filter.ofAuthor(id, drafts), term, order, page, limit, cursor, members);
    }

    boolean isSearch() {
        return term != null;
    }

    int pageNumber() {
        return cursor != null ? cursor.page() : page;
    }
}
