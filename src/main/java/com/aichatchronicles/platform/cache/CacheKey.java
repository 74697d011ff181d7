package com.aichatchronicles.platform.cache;

/** An argument of a {@link Cached} method. */
public interface CacheKey {
    /** @return the same text for equal arguments on every server, and different ones for different arguments */
    String cacheKey();

    /**
     * @return the parts in one text, from which they could be told apart again whatever they hold; null is none of them
     */
    static String join(Object... parts) {
        StringBuilder text = new StringBuilder(64);
        for (Object part : parts) {
            if (part == null) {
                text.append("-;");
                continue;
            }
            String value = part instanceof CacheKey key ? key.cacheKey() : part.toString();
            text.append(value.length()).append(':').append(value).append(';');
        }
        return text.toString();
    }
}
