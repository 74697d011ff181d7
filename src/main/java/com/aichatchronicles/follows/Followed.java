package com.aichatchronicles.follows;

import java.util.UUID;

/**
 * Somebody follows somebody whom they did not follow before. Fired inside the transaction that keeps it.
 *
 * @param follower who follows
 * @param followed whom they follow
 */
public record Followed(UUID follower, UUID followed) {}
