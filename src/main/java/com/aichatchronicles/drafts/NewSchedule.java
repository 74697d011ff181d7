package com.aichatchronicles.drafts;

import com.aichatchronicles.platform.http.Moment;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * When a draft is to be published.
 *
 * @param publishAt RFC 3339, in the future
 * @param confirmFindings whether it is published whatever is found in it
 */
public record NewSchedule(
        @NotNull @Pattern(regexp = Moment.PATTERN, message = Moment.MESSAGE)
        String publishAt,

        Boolean confirmFindings) {}
