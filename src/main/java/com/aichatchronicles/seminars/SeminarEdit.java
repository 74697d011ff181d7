package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Changes to a seminar; a member that is absent stays as it is. The rules are those of {@link NewSeminar}.
 *
 * @param meetingUrl an empty text takes the address away
 * @param status later than the present one; {@code cancelled} calls the seminar off
 */
public record SeminarEdit(
        @Size(min = 5, max = 200) @Pattern(regexp = NewSeminar.TITLE, message = NewSeminar.TITLE_SAID)
        String title,

        @Size(min = 10, max = 1000) @Pattern(regexp = NewSeminar.WRITTEN, message = NewSeminar.WRITTEN_SAID)
        String description,

        @Pattern(regexp = Moment.PATTERN, message = Moment.MESSAGE)
        String scheduledAt,

        @Min(15) @Max(480) Integer durationMinutes,
        @Min(1) @Max(1000) Integer maxParticipants,

        @Size(min = 1, max = 50) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String category,

        @Size(max = 2000) @Pattern(regexp = Text.WEB_ADDRESS_OR_EMPTY, message = Text.WEB_ADDRESS_MESSAGE)
        String meetingUrl,

        @Pattern(regexp = SeminarEdit.STATUS, message = SeminarEdit.STATUS_SAID)
        String status) {

    static final String STATUS = "upcoming|live|completed|cancelled";
    static final String STATUS_SAID = "must be one of [cancelled, completed, live, upcoming]";
}
