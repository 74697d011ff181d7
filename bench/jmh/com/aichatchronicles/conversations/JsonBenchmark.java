package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.Pagination;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A page of twelve conversations of three kilobytes, from records to text. */
@State(Scope.Benchmark)
public class JsonBenchmark {
    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withSerializers(new ConversationWriter()));
    private final Page<ConversationView> page = Page.of(
            IntStream.range(0, 12).mapToObj(JsonBenchmark::view).toList(),
            Pagination.of(1, 12, 100_000, "next"),
            null);

    @Benchmark
    public String page() {
        return jsonb.toJson(page);
    }

    private static ConversationView view(int number) {
        Instant time = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(number);
        UUID id = new UUID(7, number);
        return new ConversationView(
                id,
                "A conversation about foxes",
                "Where do foxes run? \"They run where they like.\"\n".repeat(60),
                "Where do foxes run?",
                id,
                "Science",
                List.of("foxes", "woods"),
                "a model",
                4,
                true,
                false,
                time,
                time,
                null,
                new Author(id, "Some One", "someone", null),
                number,
                number,
                1,
                null,
                null,
                ConversationMembers.of(List.of(), true));
    }
}
