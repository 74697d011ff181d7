package com.aichatchronicles.platform.cache;

import com.aichatchronicles.platform.observability.Metrics;
import com.github.benmanes.caffeine.cache.Cache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Timer;

/** How well each region of the cache does, for {@code /metrics}. */
@ApplicationScoped
public class CacheStatistics {
    @Inject
    Metrics metrics;

    private final Map<String, Region> regions = new ConcurrentHashMap<>();
    private volatile Cache<String, CacheEntry> near;

    /**
     * The figures of one region.
     *
     * @param hits answered from this server's memory
     * @param sharedHits answered from Redis
     * @param loads made anew
     */
    private record Region(Counter hits, Counter sharedHits, Timer loads) {}

    void watch(Cache<String, CacheEntry> cache) {
        near = cache;
    }

    void hit(String region) {
        of(region).hits().inc();
    }

    void sharedHit(String region) {
        of(region).sharedHits().inc();
    }

    /** Makes an answer and counts the time. */
    CachedAnswer timed(String region, Callable<CachedAnswer> maker) throws Exception {
        long start = System.nanoTime();
        CachedAnswer answer = maker.call();
        of(region).loads().update(Duration.ofNanos(System.nanoTime() - start));
        return answer;
    }

    private Region of(String name) {
        return regions.computeIfAbsent(name, this::register);
    }

    private Region register(String name) {
        String region = "region";
        metrics.gauge("cache_entries", "Answers in memory", this, me -> me.sum(name, entry -> 1), region, name);
        metrics.gauge(
                "cache_bytes", "Their bodies in memory", this, me -> me.sum(name, CacheStatistics::size), region, name);
        return new Region(
                metrics.counter("cache_hits", "Answers that were kept", region, name, "level", "memory"),
                metrics.counter("cache_hits", "Answers that were kept", region, name, "level", "redis"),
                metrics.timer("cache_loads", "Answers that had to be made", region, name));
    }

    private long sum(String region, ToLongFunction<CacheEntry> figure) {
        String prefix = CachePlace.of(region, "").key();
        return near.asMap().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(entry -> figure.applyAsLong(entry.getValue()))
                .sum();
    }

    private static long size(CacheEntry entry) {
        return entry.answer().json().length;
    }
}
