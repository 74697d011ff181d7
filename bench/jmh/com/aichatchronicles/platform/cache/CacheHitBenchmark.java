package com.aichatchronicles.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a hit costs besides the proxies: its key, the look-up, and whether its versions still hold. */
@State(Scope.Benchmark)
public class CacheHitBenchmark {
    private static final Tag[] TAGS = {Tag.of("conversation", "1"), Tag.of("profile", "2")};

    private final Versions versions = new Versions();
    private final Cache<String, CacheEntry> near =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Object[] arguments = {"00000000-0000-7000-8000-000000000001", 12, null};

    public CacheHitBenchmark() {
        CachedAnswer answer = CachedAnswer.of("{}", TAGS);
        for (int slot : answer.slots()) {
            versions.learn(slot, versions.question(slot), slot + 1L, 0);
        }
        Stamps stamps = versions.since(versions.mark(), answer.slots()).orElseThrow();
        near.put(key(), new CacheEntry(answer, stamps, Long.MAX_VALUE));
    }

    @Benchmark
    public CachedAnswer hit() {
        CacheEntry entry = near.getIfPresent(key());
        return entry != null && versions.areCurrent(entry.stamps()) ? entry.answer() : null;
    }

    private String key() {
        return CachePlace.of("conversation", "lookup(" + CacheKey.join(arguments)).key();
    }
}
