package com.aichatchronicles.conversations;

import com.aichatchronicles.findings.Finding;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * What a write of a conversation answers.
 *
 * @param success always true
 * @param data the conversation as it is now
 * @param message a sentence for people
 * @param findings what its text seems to hold that should perhaps not be public, null for nothing
 */
@JsonbPropertyOrder({"success", "data", "message", "findings"})
public record WrittenConversation(boolean success, ConversationView data, String message, List<Finding> findings) {
    /** @return the answer */
    public static WrittenConversation of(ConversationView data, String message, List<Finding> findings) {
        return new WrittenConversation(true, data, message, findings);
    }
}
