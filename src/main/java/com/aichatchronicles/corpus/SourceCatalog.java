package com.aichatchronicles.corpus;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What is known of the sources of a corpus beyond its lines, from the resource {@code sources.json}: the category and
 * tags of the conversations, and whether their titles name a collection instead of the conversation. The first entry
 * with the same source whose {@code path} occurs in the conversation's path holds; {@code why} is for the reader.
 */
final class SourceCatalog {
    private static final Entry UNKNOWN = new Entry("", "", "Technology", List.of(), false);

    private final List<Entry> entries;

    private SourceCatalog(List<Entry> entries) {
        this.entries = entries;
    }

    static SourceCatalog load() {
        try (InputStream file = SourceCatalog.class.getResourceAsStream("sources.json");
                JsonReader reader = Json.createReader(file)) {
            return new SourceCatalog(reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(SourceCatalog::entry)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the entry of a source; one that is not listed counts as technology. */
    Entry find(String source, String path) {
        return entries.stream()
                .filter(entry -> entry.source.equals(source) && path.contains(entry.path))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Entry entry(JsonObject json) {
        return new Entry(
                json.getString("source"),
                json.getString("path"),
                json.getString("category"),
                json.getJsonArray("tags").getValuesAs(JsonString::getString),
                json.getBoolean("sharedTitles"));
    }

    record Entry(String source, String path, String category, List<String> tags, boolean sharedTitles) {}
}
