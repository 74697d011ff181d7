package com.aichatchronicles.sessions;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What an account may do beyond its own things. Kept where Supabase keeps it, in {@code raw_app_meta_data.role}. */
public enum Role {
    USER,
    PREMIUM,
    MODERATOR,
    ADMIN;

    /**
     * @param text the database's word
     * @return the role, USER for a word that is none
     */
    public static Role of(String text) {
        return Stream.of(values())
                .filter(role -> role.text().equals(text))
                .findFirst()
                .orElse(USER);
    }

    /** @return the word in tokens, answers and the database */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the groups of MicroProfile JWT: everyone who is signed in is a user too */
    public Set<String> groups() {
        return this == USER ? Set.of("user") : Set.of("user", text());
    }
}
