package com.aichatchronicles.platform.idempotency;

/**
 * An answer as it is given again.
 *
 * @param status the HTTP status
 * @param location the {@code Location} header, may be null
 * @param entityTag the {@code ETag} header, may be null
 * @param body JSON in UTF-8, may be empty
 * @param replayed whether it is given again, not for the first time
 */
public record KeptAnswer(int status, String location, String entityTag, byte[] body, boolean replayed) {
    /** @return whether the request failed: it may be tried again with the same key */
    boolean isFailure() {
        return status >= 400;
    }
}
