package com.aichatchronicles.administration;

import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why somebody is kept out, and until when.
 *
 * @param reason for other admins
 * @param until RFC 3339, in the future; for good where missing
 */
public record NewBan(
        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = Text.NOT_BLANK, message = "must have more than spaces")
        String reason,

        @Pattern(regexp = Moment.PATTERN, message = Moment.MESSAGE)
        String until) {}
