package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a host announces.
 *
 * @param scheduledAt when it begins, RFC 3339, in the future
 * @param durationMinutes minutes, 60 where missing
 * @param maxParticipants seats; as many as like where missing
 * @param meetingUrl where it meets, told to those who take part
 */
public record NewSeminar(
        @NotNull @Size(min = 5, max = 200) @Pattern(regexp = NewSeminar.TITLE, message = NewSeminar.TITLE_SAID)
        String title,

        @NotNull @Size(min = 10, max = 1000) @Pattern(regexp = NewSeminar.WRITTEN, message = NewSeminar.WRITTEN_SAID)
        String description,

        @NotNull @Pattern(regexp = Moment.PATTERN, message = Moment.MESSAGE)
        String scheduledAt,

        @Min(15) @Max(480) Integer durationMinutes,
        @Min(1) @Max(1000) Integer maxParticipants,

        @NotNull @Size(min = 1, max = 50) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String category,

        @Size(max = 2000) @Pattern(regexp = Text.WEB_ADDRESS_OR_EMPTY, message = Text.WEB_ADDRESS_MESSAGE)
        String meetingUrl) {

    static final String TITLE = "\\s*\\S[^\\p{Cntrl}]{3,}\\S\\s*";
    static final String TITLE_SAID = "must be one line of at least 5 characters, blanks around it not counted";
    static final String WRITTEN = "(?s)\\s*\\S.{8,}\\S\\s*";
    static final String WRITTEN_SAID = "must have at least 10 characters, blanks around them not counted";
}
