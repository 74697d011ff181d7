package com.aichatchronicles.apikeys;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a key can be made for. Each names the beginnings of the routes that it opens, behind the base path; {@code *}
 * stands for one part. {@code READ} is for GET and HEAD, {@code WRITE} for all other methods.
 */
public enum Scope {
    CONVERSATIONS_READ(Kind.READ, "conversations", "tags", "shared", "feed"),
    CONVERSATIONS_WRITE(Kind.WRITE, "conversations"),
    COMMENTS_READ(Kind.READ, "comments", "conversations/*/comments"),
    COMMENTS_WRITE(Kind.WRITE, "comments", "conversations/*/comments"),
    COMMUNITY_READ(
            Kind.READ,
            "profiles",
            "likes",
            "bookmarks",
            "collections",
            "conversations/*/like",
            "conversations/*/likes",
            "conversations/*/bookmark",
            "comments/*/like",
            "comments/*/likes"),
    COMMUNITY_WRITE(
            Kind.WRITE,
            "profiles/*/follow",
            "collections",
            "conversations/*/like",
            "conversations/*/bookmark",
            "comments/*/like"),
    NOTIFICATIONS_READ(Kind.READ, "notifications"),
    NOTIFICATIONS_WRITE(Kind.WRITE, "notifications"),
    SEMINARS_READ(Kind.READ, "seminars"),
    SEMINARS_WRITE(Kind.WRITE, "seminars"),
    PROFILE_READ(Kind.READ, "auth/me"),
    MODERATION_READ(Kind.READ, "moderation"),
    MODERATION_WRITE(Kind.WRITE, "moderation"),
    ADMIN_READ(Kind.READ, "admin"),
    ADMIN_WRITE(Kind.WRITE, "admin");

    /** Any of them, comma-free, as a body names it. */
    static final String NAMES =
            "(conversations|comments|community|notifications|seminars|moderation|admin):(read|write)" + "|profile:read";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Kind kind;
    private final List<String> routes;

    Scope(Kind kind, String... routes) {
        this.kind = kind;
        this.routes = List.of(routes);
    }

    private enum Kind {
        READ,
        WRITE
    }

    /** @return its name in bodies and in the database, as {@code conversations:read} */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * @param method of a request
     * @param path behind the base path, without a slash at its ends
     * @return the scope that opens it: the one that names most of the path; empty if no key may go there
     */
    public static Optional<Scope> of(String method, String path) {
        Kind wanted = READING.contains(method) ? Kind.READ : Kind.WRITE;
        Scope best = null;
        int longest = 0;
        for (Scope scope : values()) {
            int length = scope.kind == wanted ? scope.match(path) : 0;
            if (length > longest) {
                best = scope;
                longest = length;
            }
        }
        return Optional.ofNullable(best);
    }

    /** @return how many parts of the path the best of its routes names, 0 for none */
    private int match(String path) {
        String[] parts = path.split("/");
        return routes.stream()
                .map(route -> route.split("/"))
                .filter(route -> begins(parts, route))
                .mapToInt(route -> route.length)
                .max()
                .orElse(0);
    }

    private static boolean begins(String[] path, String[] route) {
        return path.length >= route.length
                && Stream.iterate(0, i -> i + 1)
                        .limit(route.length)
                        .allMatch(i -> route[i].equals("*") || route[i].equals(path[i]));
    }
}
