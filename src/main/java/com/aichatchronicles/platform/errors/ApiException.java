package com.aichatchronicles.platform.errors;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A failure that the caller is told about by its code. The running transaction is rolled back; without the annotation
 * an EJB would wrap it.
 */
@ApplicationException(rollback = true, inherited = true)
public class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> details;
    private final Long retryAfter;

    /** @param code what went wrong */
    public ApiException(ErrorCode code) {
        this(code, List.of());
    }

    /**
     * @param code one of the validation codes
     * @param details every offending field
     */
    public ApiException(ErrorCode code, List<FieldError> details) {
        super(code.message());
        this.code = code;
        this.details = List.copyOf(details);
        this.retryAfter = null;
    }

    /**
     * @param code a limit that the caller is over
     * @param retryAfter the seconds after which they may come back
     */
    public ApiException(ErrorCode code, long retryAfter) {
        super(code.message());
        this.code = code;
        this.details = List.of();
        this.retryAfter = retryAfter;
    }

    /**
     * @param code what went wrong
     * @param cause what the log should know; callers never see it
     */
    public ApiException(ErrorCode code, Throwable cause) {
        super(code.message(), cause);
        this.code = code;
        this.details = List.of();
        this.retryAfter = null;
    }

    /** @return what went wrong */
    public ErrorCode code() {
        return code;
    }

    /** @return the offending fields, empty for most codes */
    public List<FieldError> details() {
        return details;
    }

    /** @return the seconds after which a caller over a limit may come back, else null */
    public Long retryAfter() {
        return retryAfter;
    }
}
