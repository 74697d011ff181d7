package com.aichatchronicles.platform.fastpath;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The reads that have been answered from the cache, by what makes them equal; those asked for most stay. */
@ApplicationScoped
public class KnownReads {
    static final long MOST_CHARACTERS = 6_000_000;
    private static final int OVERHEAD = 200;
    private static final int LONGEST = 512;

    final Cache<String, KnownRead> reads = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher(KnownReads::weight)
            .build();

    /** Routes, regions and policies are the same few objects in all. */
    private static int weight(String read, KnownRead known) {
        return OVERHEAD + read.length() + known.place().key().length();
    }

    Optional<KnownRead> lookup(String read) {
        return Optional.ofNullable(reads.getIfPresent(read));
    }

    /** A read with an endless address is asked for once. */
    void learn(String read, KnownRead known) {
        if (read.length() <= LONGEST) {
            reads.put(read, known);
        }
    }
}
