package com.aichatchronicles.moderation;

import java.util.UUID;

/**
 * Fired in the transaction that does something about a thing, after everything else in it; not for what is dismissed.
 *
 * @param moderator who did it; the author is not told
 * @param author whose thing
 * @param type its kind
 * @param subject which one
 * @param measure what was done
 * @param reason why, for the author
 */
public record Moderated(UUID moderator, UUID author, SubjectType type, UUID subject, Measure measure, String reason) {}
