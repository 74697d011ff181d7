package com.aichatchronicles.conversations;

import java.util.List;

/** Keywords of a conversation. */
final class Tags {
    private Tags() {}

    /** @return the tags as they are kept: stripped, each once, in the order given; null is none */
    static List<String> tidy(List<String> tags) {
        return tags == null
                ? List.of()
                : tags.stream()
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }
}
