package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Text;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Changes to a conversation; a member that is absent stays as it is. The rules are those of {@link NewConversation}.
 */
public record ConversationEdit(
        @Size(min = 5, max = 200) @Pattern(regexp = NewConversation.FIVE, message = NewConversation.FIVE_SAID)
        String title,

        @Size(min = 10) @Pattern(regexp = Text.WRITTEN, message = Text.WRITTEN_MESSAGE)
        String content,

        @Size(min = 1, max = 50) @Pattern(regexp = NewConversation.NAMED, message = NewConversation.NAMED_SAID)
        String category,

        @Size(max = 300) String excerpt,
        @Min(1) @Max(60) Integer readTime,
        @JsonbProperty("readTime") @Min(1) @Max(60) Integer legacyReadTime,
        Boolean published,
        @Size(max = 10) List<@Size(min = 1, max = 50) String> tags,

        @Size(max = 100) @Pattern(regexp = Text.ONE_LINE, message = Text.ONE_LINE_MESSAGE)
        String aiModel,

        Boolean confirmFindings,
        Boolean featured,

        @Pattern(regexp = NewConversation.ID, message = NewConversation.ID_SAID)
        String authorId) {
    /** @return the reading time given under either name, or null */
    Integer minutes() {
        return readTime != null ? readTime : legacyReadTime;
    }

    /** @return whether it has text that others will read */
    boolean hasText() {
        return Stream.of(title, content, excerpt, category, aiModel, tags).anyMatch(Objects::nonNull);
    }
}
