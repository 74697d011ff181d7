package com.aichatchronicles.corpus;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads a line of JSON and checks that it is a conversation which PostgreSQL can store. */
final class TranscriptParser {
    private static final int LONGEST_KEY = 200;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

    Transcript parse(String line) throws BrokenLineException {
        Fields fields = new Fields(object(line));
        return new Transcript(
                key(fields, "id"),
                key(fields, "source"),
                fields.textOr("source_path", ""),
                fields.textOr("license", null),
                fields.textOr("origin", null),
                fields.textOr("title", null),
                fields.textOr("model", null),
                fields.textOr("lang", null),
                messages(fields));
    }

    private JsonObject object(String line) throws BrokenLineException {
        try (JsonParser parser = parsers.createParser(new StringReader(line))) {
            parser.next();
            JsonObject object = parser.getObject();
            parser.hasNext(); // throws if anything follows
            return object;
        } catch (JsonException e) {
            throw new BrokenLineException("not a JSON object", e);
        } catch (IllegalStateException | NoSuchElementException e) {
            throw new BrokenLineException("not a JSON object", e);
        } catch (RuntimeException e) {
            // Parsson has no type of its own for the limits it sets (depth, digits of a number).
            throw new BrokenLineException("not JSON that can be read", e);
        }
    }

    private static String key(Fields fields, String name) throws BrokenLineException {
        String key = fields.text(name).strip();
        if (key.isEmpty()) {
            throw new BrokenLineException('"' + name + "\" is empty");
        }
        if (key.length() > LONGEST_KEY) {
            throw new BrokenLineException('"' + name + "\" is longer than " + LONGEST_KEY + " characters");
        }
        return key;
    }

    private static List<Message> messages(Fields fields) throws BrokenLineException {
        List<Message> messages = new ArrayList<>();
        for (Fields each : fields.objects("messages")) {
            String content = each.text("content").strip();
            String role = each.text("role");
            String kind = each.textOr("kind", null);
            Instant createdAt = time(each);
            if (!content.isEmpty()) {
                messages.add(new Message(role, kind, content, createdAt));
            }
        }
        if (messages.isEmpty()) {
            throw new BrokenLineException("\"messages\" holds no text");
        }
        return List.copyOf(messages);
    }

    private static Instant time(Fields message) throws BrokenLineException {
        String text = message.textOr("created_at", null);
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new BrokenLineException("\"created_at\" is no ISO-8601 time", e);
        }
        throw new BrokenLineException("\"created_at\" is out of range");
    }
}
