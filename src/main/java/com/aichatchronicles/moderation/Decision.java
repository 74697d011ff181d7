package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.http.Text;
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

        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = Text.NOT_BLANK, message = Text.WRITTEN_MESSAGE)
        String reason) {}
