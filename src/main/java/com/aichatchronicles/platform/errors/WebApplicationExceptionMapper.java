package com.aichatchronicles.platform.errors;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Gives the refusals of JAX-RS itself (no route, wrong method, wrong type) the contract's shape. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
    @Inject
    FailureResponses failures;

    @Inject
    UnexpectedFailures unexpected;

    @Override
    public Response toResponse(WebApplicationException refusal) {
        if (Causes.find(refusal, ApiException.class).isPresent()
                || refusal.getResponse().getStatus() >= 500) {
            return unexpected.answer(refusal);
        }
        Response original = refusal.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        Response answer = failures.of(ErrorCode.forStatus(original.getStatus()), List.of());
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
