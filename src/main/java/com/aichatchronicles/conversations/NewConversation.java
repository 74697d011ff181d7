package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Text;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What an author posts.
 *
 * @param readTime minutes, 1 to 60; made from the length where missing
 * @param legacyReadTime the same as the earlier front end names it
 * @param published whether the world sees it; where missing, the setting LEGACY_FRONTEND decides
 * @param aiModel the assistant that it was held with
 * @param confirmFindings whether it is published whatever was found in it; see {@link PublicationGuard}
 * @param featured counts for admins only
 * @param authorId counts for admins only
 */
public record NewConversation(
        @NotNull @Size(min = 5, max = 200) @Pattern(regexp = NewConversation.FIVE, message = NewConversation.FIVE_SAID)
        String title,

        @NotNull @Size(min = 10) @Pattern(regexp = Text.WRITTEN, message = Text.WRITTEN_MESSAGE)
        String content,

        @NotNull @Size(min = 1, max = 50) @Pattern(regexp = NewConversation.NAMED, message = NewConversation.NAMED_SAID)
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

    static final String FIVE = "\\s*\\S[^\\p{Cntrl}]{3,}\\S\\s*";
    static final String FIVE_SAID = "must be one line of at least 5 characters, blanks around it not counted";
    static final String NAMED = "(?!\\s*[Aa][Ll][Ll]\\s*$)(?=.*\\S)[^\\p{Cntrl}]*";
    static final String NAMED_SAID = "must be a name on one line other than \"All\"";
    static final String ID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String ID_SAID = "must be a valid GUID";

    /** @return the reading time given under either name, or null */
    Integer minutes() {
        return readTime != null ? readTime : legacyReadTime;
    }
}
