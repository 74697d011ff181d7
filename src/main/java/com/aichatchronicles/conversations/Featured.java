package com.aichatchronicles.conversations;

import java.util.UUID;

/**
 * Fired in the transaction that puts a published conversation on the front page.
 *
 * @param conversation which one
 * @param author whose
 */
public record Featured(UUID conversation, UUID author) {}
