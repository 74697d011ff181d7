package com.aichatchronicles.drafts;

import com.aichatchronicles.platform.http.Moment;
import jakarta.validation.constraints.Pattern;

/**
 * A secret link that an author wants.
 *
 * @param expiresAt RFC 3339, in the future; where missing, it holds until it is revoked
 */
public record NewLink(
        @Pattern(regexp = Moment.PATTERN, message = Moment.MESSAGE)
        String expiresAt) {}
