package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.idempotency.Idempotent;
import com.aichatchronicles.testing.OpenApiDocument;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That every call that makes something takes an Idempotency-Key, and that the document says so. */
class OpenApiIdempotencyTest {
    /** Their answers hold secrets, which are kept nowhere. */
    private static final Set<String> WITHOUT_KEY =
            Set.of("POST /api/v1/auth/register", "POST /api/v1/auth/api-keys", "POST /api/v1/conversations/{id}/links");

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();
    private static final Map<String, Method> ROUTES = Routes.all();

    @Test
    void everyPostThatCreatesTakesAKey() {
        ROUTES.forEach((name, method) -> {
            boolean creates = name.startsWith("POST ")
                    && DOCUMENT.operations().get(name).path("responses").has("201");
            assertThat(method.isAnnotationPresent(Idempotent.class))
                    .as(name)
                    .isEqualTo(creates && !WITHOUT_KEY.contains(name));
        });
    }

    @Test
    void theDocumentDescribesTheKeyWhereItIsTaken() {
        ROUTES.forEach((name, method) -> {
            boolean described = DOCUMENT.parameters(name).stream()
                    .anyMatch(parameter ->
                            "Idempotency-Key".equals(parameter.path("name").asString()));
            assertThat(described).as(name).isEqualTo(method.isAnnotationPresent(Idempotent.class));
        });
    }

    @Test
    void theDocumentDescribesWhatCanComeOfAKey() {
        ROUTES.forEach((name, method) -> {
            if (method.isAnnotationPresent(Idempotent.class)) {
                assertThat(codes(name, 400)).as(name).contains("IDEMPOTENCY_KEY_INVALID");
                assertThat(codes(name, 409)).as(name).contains("IDEMPOTENCY_KEY_IN_USE");
                assertThat(codes(name, 422)).as(name).contains("IDEMPOTENCY_KEY_REUSED");
                JsonNode made = DOCUMENT.response(name, 201);
                assertThat(made.path("headers").has("Idempotency-Replayed"))
                        .as(name)
                        .isTrue();
            }
        });
    }

    private static Set<String> codes(String operation, int status) {
        return OpenApiDocument.codes(DOCUMENT.response(operation, status));
    }
}
