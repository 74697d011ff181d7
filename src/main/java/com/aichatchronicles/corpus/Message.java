package com.aichatchronicles.corpus;

import java.time.Instant;

/**
 * One message of a conversation.
 *
 * @param role {@code user}, {@code assistant}, {@code system}, {@code tool} or another name
 * @param kind {@code tool_call}, {@code tool_result}, {@code reasoning}, or null for plain words
 * @param content the text, never blank
 * @param createdAt when it was written, or null if that is unknown
 */
record Message(String role, String kind, String content, Instant createdAt) {

    boolean isFromUser() {
        return "user".equals(role) && kind == null;
    }

    boolean isToolTraffic() {
        return kind != null && kind.startsWith("tool_");
    }
}
