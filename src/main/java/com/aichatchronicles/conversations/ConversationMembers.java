package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.CacheKey;
import com.aichatchronicles.platform.http.QueryParameters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which members of a conversation an answer has.
 *
 * @param names the members to write
 */
public record ConversationMembers(Set<String> names) implements CacheKey {
    private static final int LONGEST_FIELDS = 500;
    private static final int MOST_FIELDS = 50;

    private static final List<String> CURRENT = List.of(
            "id",
            "title",
            "content",
            "excerpt",
            "author_id",
            "category",
            "tags",
            "ai_model",
            "read_time",
            "published",
            "featured",
            "created_at",
            "updated_at",
            "edited_at",
            "profiles",
            "likes_count",
            "comments_count");
    private static final List<String> DEPRECATED = List.of("createdAt", "readTime", "likes", "comments", "author");
    private static final List<String> OF_A_HIT = List.of("rank", "highlight");

    /** @return every member that a caller may name */
    static Set<String> known() {
        Set<String> known = new LinkedHashSet<>(CURRENT);
        known.addAll(DEPRECATED);
        known.addAll(OF_A_HIT);
        return known;
    }

    /**
     * @param query its {@code fields} are read, and everything that is wrong with the query is told
     * @param legacy whether the deprecated members belong to everything
     * @return the choice
     * @throws com.aichatchronicles.platform.errors.ApiException QUERY_VALIDATION_ERROR
     */
    static ConversationMembers in(QueryParameters query, boolean legacy) {
        List<String> fields = query.texts("fields", LONGEST_FIELDS, MOST_FIELDS);
        if (!known().containsAll(fields)) {
            query.refuse("fields", "must be a comma list of [" + String.join(", ", known()) + "]", "any.only");
        }
        query.requireValid();
        return of(fields, legacy);
    }

    /**
     * @param chosen what the caller asked for, empty for everything
     * @param legacy whether the deprecated members belong to everything
     * @return the choice
     */
    static ConversationMembers of(List<String> chosen, boolean legacy) {
        if (!chosen.isEmpty()) {
            return new ConversationMembers(Set.copyOf(chosen));
        }
        Set<String> all = new LinkedHashSet<>(CURRENT);
        all.addAll(OF_A_HIT);
        all.addAll(legacy ? DEPRECATED : List.of());
        return new ConversationMembers(Set.copyOf(all));
    }

    @Override
    public String cacheKey() {
        return String.join(",", new TreeSet<>(names));
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
