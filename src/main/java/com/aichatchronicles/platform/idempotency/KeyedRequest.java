package com.aichatchronicles.platform.idempotency;

import java.util.UUID;

/**
 * A request that came with an idempotency key.
 *
 * @param caller whose key it is; the same key of somebody else is another one
 * @param key as the caller chose it
 * @param fingerprint SHA-256 of method, path and body
 */
public record KeyedRequest(UUID caller, String key, byte[] fingerprint) {}
