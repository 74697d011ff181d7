package com.aichatchronicles.conversations;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list can be sorted by; only these texts ever reach an ORDER BY. */
public enum Sort {
    CREATED_AT("c.created_at", "timestamptz"),
    UPDATED_AT("c.updated_at", "timestamptz"),
    TITLE("left(c.title, 200)", "text"),
    LIKES_COUNT("c.likes_count", "integer");

    private final String expression;
    private final String type;

    Sort(String expression, String type) {
        this.expression = expression;
        this.type = type;
    }

    static Sort of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static Set<String> names() {
        return Stream.of(values()).map(Sort::text).collect(Collectors.toUnmodifiableSet());
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the indexed expression, of a row named c */
    String expression() {
        return expression;
    }

    /** @return its type in SQL */
    String type() {
        return type;
    }

    /** @return the value that the row of this view is sorted by, as PostgreSQL reads it */
    String valueIn(ConversationView view) {
        return switch (this) {
            case CREATED_AT -> view.createdAt().toString();
            case UPDATED_AT -> view.updatedAt().toString();
            case TITLE ->
                view.title().codePointCount(0, view.title().length()) > 200
                        ? view.title().substring(0, view.title().offsetByCodePoints(0, 200))
                        : view.title();
            case LIKES_COUNT -> String.valueOf(view.likesCount());
        };
    }
}
