package com.aichatchronicles.platform.errors;

import com.aichatchronicles.platform.http.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Makes the JAX-RS answer for a failure, in the form that the caller understands. */
@RequestScoped
public class FailureResponses {
    @Inject
    HttpServletRequest request;

    /**
     * @param code what went wrong
     * @param details the offending fields, may be empty
     * @return the whole answer
     */
    public Response of(ErrorCode code, List<FieldError> details) {
        String path = code == ErrorCode.ROUTE_NOT_FOUND ? request.getRequestURI() : null;
        return addHints(answer(new Failure(code, details, RequestId.of(request), path, null)), code)
                .build();
    }

    /**
     * @param failure one that we raised ourselves
     * @return the whole answer
     */
    public Response of(ApiException failure) {
        return failure.retryAfter() > 0
                ? tooMany(failure.code(), failure.retryAfter())
                : of(failure.code(), failure.details());
    }

    /**
     * @param code which limit the caller is over
     * @param seconds after which they may come back
     * @return the whole answer
     */
    public Response tooMany(ErrorCode code, long seconds) {
        return answer(new Failure(code, List.of(), RequestId.of(request), null, seconds))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private Response.ResponseBuilder answer(Failure failure) {
        FailureForm form = FailureForm.of(request.getRequestURI(), request.getHeader(HttpHeaders.ACCEPT));
        return Response.status(failure.code().status())
                .type(form.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(form.write(failure));
    }

    private static Response.ResponseBuilder addHints(Response.ResponseBuilder answer, ErrorCode code) {
        return switch (code) {
            case MISSING_TOKEN -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"aichatchronicles\"");
            case INVALID_TOKEN, TOKEN_EXPIRED ->
                answer.header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"aichatchronicles\", error=\"invalid_token\", error_description=\""
                                + code.message() + '"');
            case INVALID_CREDENTIALS,
                    INVALID_PASSWORD,
                    TOKEN_REFRESH_ERROR,
                    SECOND_FACTOR_INVALID,
                    CHALLENGE_INVALID,
                    SIGN_ON_CODE_INVALID ->
                answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"aichatchronicles\"");
            case IDEMPOTENCY_KEY_IN_USE -> answer.header(HttpHeaders.RETRY_AFTER, 1);
            case SERVICE_UNAVAILABLE, PROVIDER_UNAVAILABLE ->
                answer.header(HttpHeaders.RETRY_AFTER, Failure.RETRY_AFTER_SECONDS);
            default -> answer;
        };
    }
}
