package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A point in time as callers write it: RFC 3339, between the years 1900 and 9999, also where UTC has another year. */
public final class Moment {
    /** The form of one; whether the day exists shows only in {@link #parse}. */
    public static final String PATTERN =
            "(19|[2-9]\\d)\\d{2}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})";

    /** Said of a text that breaks {@link #PATTERN}. */
    public static final String MESSAGE = "must be a time like 2026-01-31T18:00:00Z";

    private static final String KIND = "date.format";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Moment() {}

    /** @return the time, empty for a text that is none */
    public static Optional<Instant> lookup(String text) {
        if (!text.matches(PATTERN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(time -> !time.isAfter(LATEST)); // RFC 3339 has no form for it in UTC
        } catch (DateTimeException e) {
            return Optional.empty(); // the 31st of February
        }
    }

    /**
     * @param field the member of a body that holds it
     * @param text what stands there
     * @return the time
     * @throws ApiException VALIDATION_ERROR if there is no such time
     */
    public static Instant parse(String field, String text) {
        return lookup(text).orElseThrow(() -> refusal(field, MESSAGE));
    }

    /**
     * @param now the present time
     * @throws ApiException VALIDATION_ERROR unless the time lies in the future
     */
    public static Instant parseFuture(String field, String text, Instant now) {
        Instant time = parse(field, text);
        if (!time.isAfter(now)) {
            throw refusal(field, "must be in the future");
        }
        return time;
    }

    private static ApiException refusal(String field, String complaint) {
        return new ApiException(ErrorCode.VALIDATION_ERROR, List.of(FieldError.of(field, complaint, KIND)));
    }
}
