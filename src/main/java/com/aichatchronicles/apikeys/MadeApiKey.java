package com.aichatchronicles.apikeys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A key that has just been made.
 *
 * @param key the whole of it, told this once
 */
public record MadeApiKey(
        UUID id, String name, String prefix, List<String> scopes, Instant createdAt, Instant expiresAt, String key) {
    @Override
    public String toString() {
        return "MadeApiKey[" + id + "]"; // the key must not reach a log
    }
}
