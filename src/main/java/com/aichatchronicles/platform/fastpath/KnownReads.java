package com.aichatchronicles.platform.fastpath;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The reads that have been answered from the cache, by what makes them equal; those asked for most stay. */
@ApplicationScoped
public class KnownReads {
    private static final int MOST = 20_000;
    private static final int LONGEST = 512;

    private final Cache<String, KnownRead> reads =
            Caffeine.newBuilder().maximumSize(MOST).build();

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
