package com.aichatchronicles.notifications;

import java.util.Locale;

/** What a notification tells of. */
public enum NotificationKind {
    /** Somebody answered my comment. */
    REPLIED,
    /** Somebody commented on my conversation. */
    COMMENTED,
    /** Somebody likes my conversation or my comment. */
    LIKED,
    /** Somebody follows me. */
    FOLLOWED,
    /** My conversation stands on the front page. */
    FEATURED,
    /** A moderator did something about what is mine. Can't be switched off. */
    MODERATED;

    /** @return its name in answers and in the database */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
