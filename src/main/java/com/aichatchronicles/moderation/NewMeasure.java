package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a moderator does about something that nobody need have reported.
 *
 * @param subjectType the kind of the thing
 * @param subjectId the thing
 * @param measure what is done
 * @param reason why; its author reads it
 */
public record NewMeasure(
        @NotNull @Pattern(regexp = SubjectType.NAMES, message = SubjectType.NAMES_SAID)
        String subjectType,

        @NotNull @Pattern(regexp = NewReport.ID, message = NewReport.ID_SAID)
        String subjectId,

        @NotNull @Pattern(regexp = NewMeasure.ACTIVE, message = NewMeasure.ACTIVE_SAID)
        String measure,

        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = Text.NOT_BLANK, message = Text.WRITTEN_MESSAGE)
        String reason) {

    static final String ACTIVE = "warn|hide|unpublish|restore";
    static final String ACTIVE_SAID = "must be one of [warn, hide, unpublish, restore]";
}
