package com.aichatchronicles.corpus;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A line of the corpus, ready to be stored.
 *
 * @param line its number in the corpus, for reports
 * @param key the id it has in its source
 * @param readTime minutes
 * @param model the assistant it was held with, or null
 */
record CorpusConversation(
        long line,
        String source,
        String key,
        UUID id,
        String title,
        String content,
        String excerpt,
        String category,
        List<String> tags,
        String model,
        int readTime,
        Instant createdAt) {

    /** Returns about how many bytes it takes on the way to the database. */
    int weight() {
        return content.length() + 1000;
    }
}
