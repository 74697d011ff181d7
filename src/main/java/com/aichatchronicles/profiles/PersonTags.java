package com.aichatchronicles.profiles;

import com.aichatchronicles.platform.cache.Tag;
import java.util.UUID;

/** What cached answers show of people beside their profile and their conversations. */
public final class PersonTags {
    private PersonTags() {}

    /** @return who follows somebody, and whom they follow: the lists and the figures */
    public static Tag follows(UUID person) {
        return Tag.of("follows", person);
    }
}
