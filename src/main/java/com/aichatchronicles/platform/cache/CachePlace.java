package com.aichatchronicles.platform.cache;

/**
 * Where an answer is kept, if it still is.
 *
 * @param region has a life time and figures of its own
 * @param key names the answer among all
 */
public record CachePlace(String region, String key) {
    static CachePlace of(String region, String call) {
        return new CachePlace(region, region + ' ' + call);
    }
}
