package com.aichatchronicles.moderation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a moderator does about something. */
public enum Measure {
    /** Nothing; the author is not told, and the log has no entry. */
    DISMISS(EnumSet.allOf(SubjectType.class)),
    /** Nothing but telling the author. */
    WARN(EnumSet.allOf(SubjectType.class)),
    /** Takes the text of a comment from everybody but its author. */
    HIDE(EnumSet.of(SubjectType.COMMENT)),
    /** Takes a conversation from the public. */
    UNPUBLISH(EnumSet.of(SubjectType.CONVERSATION)),
    /** Takes back one of the two above. */
    RESTORE(EnumSet.of(SubjectType.COMMENT, SubjectType.CONVERSATION));

    static final String NAMES = "dismiss|warn|hide|unpublish|restore";
    static final String NAMES_SAID = "must be one of [dismiss, warn, hide, unpublish, restore]";

    private final Set<SubjectType> subjects;

    Measure(Set<SubjectType> subjects) {
        this.subjects = subjects;
    }

    static Measure of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** @return its name in bodies and in the database */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(SubjectType type) {
        return subjects.contains(type);
    }
}
