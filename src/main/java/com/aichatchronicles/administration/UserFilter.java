package com.aichatchronicles.administration;

import com.aichatchronicles.platform.http.QueryParameters;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which accounts are wanted; null in a member asks for all.
 *
 * @param email a part of the address, in lower case
 * @param name a part of full name or username, in lower case
 * @param role what they may do
 * @param banned whether they are kept out
 * @param verified whether the address is
 * @param from made at this time or later
 * @param to made before
 */
public record UserFilter(
        String email, String name, String role, Boolean banned, Boolean verified, Instant from, Instant to) {
    /** With fewer characters the index of parts would be of no use. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 200;

    /**
     * @param query collects what is wrong; the caller of this method calls its {@code requireValid}
     * @return what it asks for
     */
    static UserFilter of(QueryParameters query) {
        return new UserFilter(
                part(query, "email"),
                part(query, "name"),
                query.oneOf("role", null, Set.of("user", "premium", "moderator", "admin")),
                truth(query, "banned"),
                truth(query, "verified"),
                query.time("from"),
                query.time("to"));
    }

    private static String part(QueryParameters query, String name) {
        Optional<String> text = query.text(name, LONGEST);
        if (text.filter(part -> part.length() < SHORTEST).isPresent()) {
            query.refuse(name, "length must be at least " + SHORTEST + " characters long", "string.min");
        }
        return text.map(part -> part.toLowerCase(Locale.ROOT)).orElse(null);
    }

    private static Boolean truth(QueryParameters query, String name) {
        String word = query.oneOf(name, null, Set.of("true", "false"));
        return word == null ? null : Boolean.valueOf(word);
    }
}
