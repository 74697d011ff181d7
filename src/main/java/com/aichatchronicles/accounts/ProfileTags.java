package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.cache.Tag;
import java.util.UUID;

/** What cached answers show of profiles. */
public final class ProfileTags {
    private static final Tag ANY = new Tag("profiles");

    private ProfileTags() {}

    /** @return how anybody at all is shown, for answers that show many */
    public static Tag any() {
        return ANY;
    }

    /** @return how this one is shown */
    public static Tag one(UUID id) {
        return Tag.of("profile", id);
    }
}
