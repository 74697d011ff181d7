package com.aichatchronicles.seminars;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a seminar is; it moves forward only. */
enum SeminarStatus {
    UPCOMING,
    LIVE,
    COMPLETED,
    CANCELLED;

    static SeminarStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Set<String> names() {
        return Stream.of(values()).map(SeminarStatus::text).collect(Collectors.toUnmodifiableSet());
    }

    /** @return the word in answers and in the database */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether it is over, one way or the other, and stays as it is */
    boolean isFinal() {
        return this == COMPLETED || this == CANCELLED;
    }

    boolean mayBecome(SeminarStatus next) {
        return this == next || !isFinal() && next.ordinal() > ordinal();
    }
}
