package com.aichatchronicles.platform.cache;

/**
 * An answer in the cache.
 *
 * @param answer what is answered
 * @param stamps what it was made of
 * @param expires milliseconds since 1970 after which it isn't used
 */
record CacheEntry(CachedAnswer answer, Stamps stamps, long expires) {
    CacheEntry keptAt(CachePlace place) {
        return new CacheEntry(answer.keptAt(place), stamps, expires);
    }
}
