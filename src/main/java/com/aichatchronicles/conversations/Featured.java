package com.aichatchronicles.conversations;

import java.util.UUID;

/**
 * Fired in the transaction that puts a published conversation on the front page.
 *
 * @param actor who put it there
 * @param conversation which one
 * @param author whose
 */
public record Featured(UUID actor, UUID conversation, UUID author) {}
