package com.aichatchronicles.notifications;

import java.util.UUID;

/**
 * Something to tell somebody.
 *
 * @param recipient whom
 * @param kind what happened
 * @param about to what: happening again to the same, it is told in the same notification
 * @param actor who did it, null for moderators and the like
 * @param conversation which it happened to or under, or null
 * @param comment which it happened to, or the new one, or null
 * @param measure what moderators did, else null
 * @param reason why they did it, else null
 */
public record News(
        UUID recipient,
        NotificationKind kind,
        String about,
        UUID actor,
        UUID conversation,
        UUID comment,
        String measure,
        String reason) {

    static News of(UUID recipient, NotificationKind kind, UUID actor, UUID conversation, UUID comment) {
        String about = String.valueOf(kind == NotificationKind.LIKED && comment != null ? comment : conversation);
        return new News(recipient, kind, about, actor, conversation, comment, null, null);
    }

    News about(UUID thing) {
        return new News(recipient, kind, thing.toString(), actor, conversation, comment, measure, reason);
    }
}
