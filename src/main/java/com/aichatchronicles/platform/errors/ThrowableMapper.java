package com.aichatchronicles.platform.errors;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers whatever no other mapper knows, without telling the caller what it was. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
    @Inject
    UnexpectedFailures unexpected;

    @Override
    public Response toResponse(Throwable failure) {
        return unexpected.answer(failure);
    }
}
