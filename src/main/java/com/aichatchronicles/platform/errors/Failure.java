package com.aichatchronicles.platform.errors;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/**
 * A failure as it is written to the caller.
 *
 * @param code what went wrong
 * @param details the offending fields, may be empty
 * @param requestId the id that the answer's {@code X-Request-Id} carries
 * @param path the path that has no route, else null
 * @param retryAfter the seconds after which a caller over a limit may come back, else null
 */
public record Failure(ErrorCode code, List<FieldError> details, String requestId, String path, Long retryAfter) {
    /** Media type of RFC 9457. */
    public static final String PROBLEM_JSON = "application/problem+json";

    /** Kept, because {@code Json} would look for it anew at each call, through the class loaders. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Seconds after which a caller that met a 503 should come back. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /**
     * @param accept the request's Accept header, may be null
     * @return whether the caller asked for a problem document by name
     */
    public static boolean wantsProblem(String accept) {
        return accept != null && accept.contains(PROBLEM_JSON);
    }

    /** @return the body of the contract's section "Envelopes" */
    public JsonObject envelope() {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("success", false)
                .add("error", code.message())
                .add("message", code.message())
                .add("code", code.name());
        return finish(body);
    }

    /** @return the problem document of RFC 9457, section 3 */
    public JsonObject problem() {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", code.message())
                .add("status", code.status())
                .add("detail", code.message())
                .add("code", code.name());
        return finish(body);
    }

    private JsonObject finish(JsonObjectBuilder body) {
        if (!details.isEmpty()) {
            body.add("details", detailArray());
        }
        if (path != null) {
            body.add("path", path);
        }
        if (retryAfter != null) {
            body.add("retryAfter", retryAfter);
        }
        return body.add("requestId", requestId).build();
    }

    private JsonArrayBuilder detailArray() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (FieldError detail : details) {
            array.add(JSON.createObjectBuilder()
                    .add("field", detail.field())
                    .add("message", detail.message())
                    .add("type", detail.type()));
        }
        return array;
    }
}
