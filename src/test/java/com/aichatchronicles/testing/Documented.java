package com.aichatchronicles.testing;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** Compares answers of the server with the OpenAPI document. */
public final class Documented {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();

    private Documented() {}

    /**
     * @param operation by method and path, as the document has it
     * @param answer what came
     * @param status what should have come
     */
    public static void asDocumented(String operation, Answer answer, int status) {
        assertThat(answer.status()).as(operation + ' ' + answer.text()).isEqualTo(status);
        JsonNode response = DOCUMENT.response(operation, status);
        response.path("headers").propertyNames().stream()
                .filter(header -> !header.equals("Idempotency-Replayed")) // says itself that it is often absent
                .forEach(header -> assertThat(answer.header(header))
                        .as(operation + ' ' + status + ' ' + header)
                        .isNotNull());
        if (!response.has("content")) {
            assertThat(answer.text()).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        JsonNode media = response.path("content").path(type);
        assertThat(DOCUMENT.complaints(media.path("schema"), OpenApiDocument.json(answer.text())))
                .as(operation + ' ' + status + ' ' + answer.text())
                .isEmpty();
        if (media.has("examples")) {
            assertThat(OpenApiDocument.codes(response)).contains(answer.body().getString("code"));
        }
    }
}
