package com.aichatchronicles.platform.errors;

import jakarta.json.JsonObject;
import java.util.function.Function;

/** The forms in which a failure is told. */
enum FailureForm {
    /** As the REST contract has it. */
    ENVELOPE("application/json", Failure::envelope),
    /** For those who ask for it (RFC 9457). */
    PROBLEM(Failure.PROBLEM_JSON, Failure::problem),
    /** Where clients know no other (RFC 7644). */
    SCIM(ScimError.SCIM_JSON, failure -> ScimError.of(failure.code()).body());

    private static final String SCIM_TREE = "/scim/";

    private final String mediaType;
    private final Function<Failure, JsonObject> writer;

    FailureForm(String mediaType, Function<Failure, JsonObject> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /**
     * @param path of the request
     * @param accept its Accept header, may be null
     * @return the form that its caller understands
     */
    static FailureForm of(String path, String accept) {
        if (path.startsWith(SCIM_TREE)) {
            return SCIM;
        }
        return Failure.wantsProblem(accept) ? PROBLEM : ENVELOPE;
    }

    String mediaType() {
        return mediaType;
    }

    String write(Failure failure) {
        return writer.apply(failure).toString();
    }
}
