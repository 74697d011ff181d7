package com.aichatchronicles.drafts;

import java.time.Instant;
import java.util.UUID;

/**
 * A secret link.
 *
 * @param token the secret, told once and never again: null and left out in every later answer
 * @param path where the conversation is read with it, likewise
 * @param expiresAt null and left out where it holds until it is revoked
 */
public record LinkView(UUID id, String token, String path, Instant createdAt, Instant expiresAt) {}
