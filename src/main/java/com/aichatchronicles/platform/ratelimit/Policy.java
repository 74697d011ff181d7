package com.aichatchronicles.platform.ratelimit;

import com.aichatchronicles.platform.errors.ErrorCode;
import java.util.Locale;

/** What is limited. Each has a quota of its own; a request can fall under several. */
public enum Policy {
    /** Every API call, by user when signed in, else by address. */
    GENERAL(ErrorCode.RATE_LIMIT_EXCEEDED),
    /** Calls that try a password or make an account, by address. */
    AUTH(ErrorCode.AUTH_RATE_LIMIT_EXCEEDED),
    /** Searches, by address. */
    SEARCH(ErrorCode.SEARCH_RATE_LIMIT_EXCEEDED),
    /** Uploads, by address. */
    UPLOAD(ErrorCode.UPLOAD_RATE_LIMIT_EXCEEDED),
    /** Exports of personal data, by address. */
    EXPORT(ErrorCode.RATE_LIMIT_EXCEEDED),
    /** Every call with a key for machines, by key, in place of {@link #GENERAL}. */
    API_KEY(ErrorCode.RATE_LIMIT_EXCEEDED);

    private final ErrorCode code;

    Policy(ErrorCode code) {
        this.code = code;
    }

    /** @return what a caller over the limit is told */
    public ErrorCode code() {
        return code;
    }

    /** @return its name in header fields and keys */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the setting that holds its quota */
    public String variable() {
        return "RATE_LIMIT_" + name();
    }
}
