package com.aichatchronicles.comments;

import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What somebody says about a conversation.
 *
 * @param parentId the comment that it answers, null for the conversation itself
 */
public record NewComment(
        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = Text.WRITTEN, message = Text.WRITTEN_MESSAGE)
        String content,

        @Pattern(regexp = NewComment.ID, message = NewComment.ID_SAID)
        String parentId) {

    static final String ID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String ID_SAID = "must be a valid GUID";

    /** @return the comment that it answers, or null */
    UUID parent() {
        return parentId == null ? null : UUID.fromString(parentId);
    }
}
