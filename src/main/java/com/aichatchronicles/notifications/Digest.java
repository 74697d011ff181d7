package com.aichatchronicles.notifications;

import java.util.List;
import java.util.UUID;

/**
 * What somebody has not read since the last digest.
 *
 * @param owner whose notifications
 * @param email where to
 * @param fullName how to address them, may be null
 * @param unread how many there are
 * @param newest the first of them, the last first
 */
public record Digest(UUID owner, String email, String fullName, long unread, List<NotificationView> newest) {
    @Override
    public String toString() {
        return "Digest[" + owner + ", " + unread + "]"; // the address must not reach a log
    }
}
