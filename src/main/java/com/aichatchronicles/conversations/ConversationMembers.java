package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.CacheKey;
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
