package com.aichatchronicles.platform.errors;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a failure that we raised ourselves. */
@Provider
public class ApiExceptionMapper implements ExceptionMapper<ApiException> {
    @Inject
    FailureResponses failures;

    @Override
    public Response toResponse(ApiException failure) {
        return failure.retryAfter() == null
                ? failures.of(failure.code(), failure.details())
                : failures.tooMany(failure.code(), failure.retryAfter());
    }
}
