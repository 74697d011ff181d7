package com.aichatchronicles.drafts;

import java.time.Instant;
import java.util.UUID;

/**
 * A publication that waits for its time.
 *
 * @param refusedAt when it was refused because of what the text seems to hold, or because moderators withhold it;
 *     null and left out while it waits
 */
public record ScheduleView(UUID conversationId, Instant publishAt, boolean confirmFindings, Instant refusedAt) {}
