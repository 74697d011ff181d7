package com.aichatchronicles.comments;

import com.aichatchronicles.platform.http.Position;
import java.util.Locale;
import java.util.Set;

/** What comments can be sorted by; only these texts ever reach an ORDER BY. */
public enum CommentSort {
    CREATED_AT("created_at", "timestamptz"),
    LIKES_COUNT("likes_count", "bigint");

    static final Set<String> NAMES = Set.of("created_at", "likes_count");

    private final String column;
    private final String type;

    CommentSort(String column, String type) {
        this.column = column;
        this.type = type;
    }

    static CommentSort of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String column() {
        return column;
    }

    /** @return the type that a position of this sort is compared in */
    String type() {
        return type;
    }

    /** @return the position as PostgreSQL reads it */
    String text(Position position) {
        return this == CREATED_AT ? position.time() : String.valueOf(position.rank());
    }
}
