package com.aichatchronicles.moderation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What somebody reports.
 *
 * @param subjectType the kind of the thing
 * @param subjectId the thing
 * @param reason what is wrong with it
 * @param note more about that, in the reporter's words
 */
public record NewReport(
        @NotNull @Pattern(regexp = SubjectType.NAMES, message = SubjectType.NAMES_SAID)
        String subjectType,

        @NotNull @Pattern(regexp = NewReport.ID, message = NewReport.ID_SAID)
        String subjectId,

        @NotNull @Pattern(regexp = NewReport.REASONS, message = NewReport.REASONS_SAID)
        String reason,

        @Size(max = 1000) String note) {

    static final String ID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String ID_SAID = "must be a valid GUID";
    static final String REASONS = "spam|harassment|hate|illegal|privacy|other";
    static final String REASONS_SAID = "must be one of [spam, harassment, hate, illegal, privacy, other]";
}
