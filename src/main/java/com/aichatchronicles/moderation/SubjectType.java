package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.errors.ErrorCode;
import java.util.Locale;

/** What can be reported and moderated. */
public enum SubjectType {
    CONVERSATION(ErrorCode.CONVERSATION_NOT_FOUND),
    COMMENT(ErrorCode.COMMENT_NOT_FOUND),
    PROFILE(ErrorCode.PROFILE_NOT_FOUND);

    static final String NAMES = "conversation|comment|profile";
    static final String NAMES_SAID = "must be one of [conversation, comment, profile]";

    private final ErrorCode absence;

    SubjectType(ErrorCode absence) {
        this.absence = absence;
    }

    static SubjectType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** @return its name in bodies and in the database */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return what is said where there is none */
    ErrorCode absence() {
        return absence;
    }
}
