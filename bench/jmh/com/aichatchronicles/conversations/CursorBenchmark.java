package com.aichatchronicles.conversations;

import java.util.Optional;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Where a list goes on, to text and back. */
@State(Scope.Benchmark)
public class CursorBenchmark {
    private final Cursor cursor = new Cursor(Sort.CREATED_AT, true, 2, new UUID(7, 7), "2026-01-01T12:00:00.123456Z");
    private final String text = cursor.encode();

    @Benchmark
    public String encode() {
        return cursor.encode();
    }

    @Benchmark
    public Optional<Cursor> decode() {
        return Cursor.decode(text);
    }
}
