package com.aichatchronicles.moderation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How a moderator decides a report.
 *
 * @param measure what is done about the thing
 * @param reason why; its author reads it unless the report is dismissed
 */
public record Decision(
        @NotNull @Pattern(regexp = Measure.NAMES, message = Measure.NAMES_SAID)
        String measure,

        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = Decision.WRITTEN, message = Decision.WRITTEN_SAID)
        String reason) {

    static final String WRITTEN = "(?s).*\\S.*";
    static final String WRITTEN_SAID = "must not be blank";
}
