package com.aichatchronicles.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Failures in the shape of the contract, compared whole but for the request id, which must be that of the header. */
public final class Refusal {
    private Refusal() {}

    /**
     * @param answer what came
     * @param code what should have been said
     * @param details every offending field, in order
     */
    public static void assertRefused(Answer answer, ErrorCode code, FieldError... details) {
        JsonObjectBuilder expected = envelope(code);
        if (details.length > 0) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            for (FieldError detail : details) {
                array.add(Json.createObjectBuilder()
                        .add("field", detail.field())
                        .add("message", detail.message())
                        .add("type", detail.type()));
            }
            expected.add("details", array);
        }
        assertSame(answer, code, expected.build());
    }

    /** The failure of an address that leads nowhere. */
    public static void assertNoRoute(Answer answer, String path) {
        assertSame(
                answer,
                ErrorCode.ROUTE_NOT_FOUND,
                envelope(ErrorCode.ROUTE_NOT_FOUND).add("path", path).build());
    }

    private static JsonObjectBuilder envelope(ErrorCode code) {
        return Json.createObjectBuilder()
                .add("success", false)
                .add("error", code.message())
                .add("message", code.message())
                .add("code", code.name());
    }

    private static void assertSame(Answer answer, ErrorCode code, JsonObject expected) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(code.status());
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonObject body = answer.body();
        assertThat(body.getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(withoutRequestId(body)).isEqualTo(expected);
    }

    /** @return the body but for the member that differs in each answer */
    public static JsonObject withoutRequestId(JsonObject body) {
        return Json.createObjectBuilder(body).remove("requestId").build();
    }
}
