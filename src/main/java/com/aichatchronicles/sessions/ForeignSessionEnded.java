package com.aichatchronicles.sessions;

import java.util.UUID;

/**
 * Said in the transaction of a sign-out from a session that is not one of ours.
 *
 * @param userId whose it was
 * @param sessionId its id
 */
public record ForeignSessionEnded(UUID userId, UUID sessionId) {}
