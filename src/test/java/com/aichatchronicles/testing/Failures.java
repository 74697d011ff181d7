package com.aichatchronicles.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Compares whole failures; only the request's id differs from one to the next. */
public final class Failures {
    private Failures() {}

    /** Says that the answer is that failure and no more. */
    public static void assertFailure(Answer answer, int status, String code, String message) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(withoutId(answer)).isEqualTo(envelope(code, message).build());
        assertForm(answer);
    }

    /** Says that the answer lists these offending fields, each as {@code field|message|type}, and no more. */
    public static void assertInvalid(Answer answer, String... details) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (String detail : details) {
            String[] parts = detail.split("\\|");
            list.add(Json.createObjectBuilder()
                    .add("field", parts[0])
                    .add("message", parts[1])
                    .add("type", parts[2]));
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(withoutId(answer))
                .isEqualTo(envelope("VALIDATION_ERROR", "The body is not as described")
                        .add("details", list)
                        .build());
        assertForm(answer);
    }

    private static void assertForm(Answer answer) {
        assertThat(answer.body().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static JsonObject withoutId(Answer answer) {
        return Json.createObjectBuilder(answer.body()).remove("requestId").build();
    }

    private static JsonObjectBuilder envelope(String code, String message) {
        return Json.createObjectBuilder()
                .add("success", false)
                .add("error", message)
                .add("message", message)
                .add("code", code);
    }
}
