package com.aichatchronicles.apikeys;

import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a key shall be for.
 *
 * @param name for its owner
 * @param scopes what it may do, each as {@code conversations:read}
 * @param expiresAt RFC 3339, within a year; in 90 days where missing
 */
public record NewApiKey(
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String name,

        @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Pattern(regexp = Scope.NAMES, message = "must be a scope like conversations:read") String>
                scopes,

        @Pattern(regexp = Moment.PATTERN, message = Moment.MESSAGE)
        String expiresAt) {}
