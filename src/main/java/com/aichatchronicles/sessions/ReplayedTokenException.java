package com.aichatchronicles.sessions;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.ejb.ApplicationException;

/** A refresh token came back too late. Unlike other failures it lets the transaction commit: the session must end. */
@ApplicationException(rollback = false)
public class ReplayedTokenException extends ApiException {
    private static final long serialVersionUID = 1L;

    ReplayedTokenException() {
        super(ErrorCode.TOKEN_REFRESH_ERROR);
    }
}
