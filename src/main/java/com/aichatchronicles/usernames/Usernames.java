package com.aichatchronicles.usernames;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which usernames nobody gets. They are ASCII letters and digits by the contract; names that were taken over may hold
 * more. What two names look like is compared by the confusables of Unicode Technical Standard 39.
 */
final class Usernames {
    /** What a visitor would take for the site itself, its staff or its addresses. */
    private static final List<String> RESERVED = List.of(
            "abuse",
            "account",
            "accounts",
            "admin",
            "administrator",
            "aichatchronicles",
            "all",
            "anonymous",
            "api",
            "app",
            "assets",
            "auth",
            "billing",
            "blog",
            "bot",
            "categories",
            "category",
            "chronicles",
            "comments",
            "contact",
            "conversations",
            "deleted",
            "docs",
            "everyone",
            "featured",
            "feed",
            "follows",
            "guest",
            "health",
            "help",
            "hostmaster",
            "info",
            "legal",
            "likes",
            "login",
            "logout",
            "mail",
            "me",
            "metrics",
            "mod",
            "moderator",
            "moderators",
            "new",
            "news",
            "nobody",
            "noreply",
            "null",
            "official",
            "openapi",
            "owner",
            "postmaster",
            "premium",
            "privacy",
            "profile",
            "profiles",
            "register",
            "root",
            "search",
            "security",
            "seminars",
            "session",
            "sessions",
            "settings",
            "signin",
            "signup",
            "site",
            "staff",
            "static",
            "stats",
            "status",
            "superuser",
            "support",
            "sysadmin",
            "system",
            "tag",
            "tags",
            "team",
            "terms",
            "undefined",
            "upload",
            "uploads",
            "user",
            "users",
            "webmaster",
            "www");

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final Set<String> RESERVED_LOOKS = RESERVED.stream()
            .flatMap(name -> Stream.of(name, look(name), look(name.toUpperCase(Locale.ROOT))))
            .collect(Collectors.toUnmodifiableSet());

    private Usernames() {}

    /** @return whether the name is reserved, in any case, or looks like one that is */
    static boolean isReserved(String username) {
        return RESERVED_LOOKS.contains(username.toLowerCase(Locale.ROOT)) || RESERVED_LOOKS.contains(look(username));
    }

    /**
     * @param username any name
     * @return the same for all names that a reader could take for it, written in either case
     */
    static String look(String username) {
        String lower = CONFUSABLES
                .getSkeleton(Normalizer.normalize(username, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        return CONFUSABLES.getSkeleton(lower);
    }
}
