package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.OpenApiDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That the OpenAPI document describes the routes of the code: all of them and no other. */
class OpenApiRoutesTest {
    /** Answered by servlets or by Liberty itself. */
    private static final Set<String> OUTSIDE = Set.of(
            "GET /",
            "GET /.well-known/jwks.json",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /health/started",
            "GET /metrics");

    private static final Set<String> MADE_ANEW =
            Set.of("GET /api/v1/auth/oauth/{provider}/url", "GET /api/v1/auth/oauth/{provider}/callback");
    private static final Set<String> FILES = Set.of("application/zip", "application/x-ndjson");

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();
    private static final Map<String, Method> ROUTES = Routes.all();
    private static final Map<String, Method> DESCRIBED = Routes.describedIn(DOCUMENT);

    @Test
    void theDocumentHasExactlyTheRoutesThatExist() {
        Set<String> expected = new TreeSet<>(ROUTES.keySet());
        expected.addAll(OUTSIDE);

        assertThat(DOCUMENT.operations().keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void everyOperationSaysWhatItIs() {
        Set<String> tags = new HashSet<>();
        DOCUMENT.root().path("tags").forEach(tag -> tags.add(tag.path("name").asString()));
        List<String> ids = new ArrayList<>();
        DOCUMENT.operations().forEach((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(tags).as(name).contains(operation.path("tags").path(0).asString(""));
            ids.add(operation.path("operationId").asString(""));
        });

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void everyOperationSucceedsSomehow() {
        DOCUMENT.operations()
                .forEach((name, operation) -> assertThat(
                                operation.path("responses").propertyNames())
                        .as(name)
                        .anyMatch(status -> status.matches("[23]..")));
    }

    @Test
    void aTokenIsAskedForWhereTheCodeAsksForOne() {
        DESCRIBED.forEach((name, method) -> {
            RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
            JsonNode security = DOCUMENT.operations().get(name).path("security");
            if (allowed != null) {
                assertThat(security.toString())
                        .as(name)
                        .isEqualTo("[{\"bearer\":[\"" + String.join("\",\"", allowed.value()) + "\"]}]");
                return;
            }
            assertThat(security.toString()).as(name).isIn("", "[{},{\"bearer\":[]}]"); // none, or one that is welcome
        });
    }

    @Test
    void deprecatedOperationsAreMarked() {
        DESCRIBED.forEach((name, method) -> assertThat(
                        DOCUMENT.operations().get(name).path("deprecated").asBoolean(false))
                .as(name)
                .isEqualTo(method.isAnnotationPresent(Deprecated.class)));
    }

    @Test
    void everyParameterOfTheCodeIsDescribed() {
        DESCRIBED.forEach((name, method) -> assertThat(described(name)).as(name).containsAll(taken(method)));
    }

    @Test
    void noParameterOfAPathIsDescribedInVain() {
        DESCRIBED.forEach((name, method) -> DOCUMENT.parameters(name).stream()
                .filter(parameter -> "path".equals(parameter.path("in").asString()))
                .forEach(parameter -> assertThat(taken(method))
                        .as(name)
                        .contains("path " + parameter.path("name").asString())));
    }

    @Test
    void bodiesAreDescribedByTheSchemaOfTheirName() {
        DESCRIBED.forEach((name, method) -> {
            JsonNode body = DOCUMENT.resolve(DOCUMENT.operations().get(name).path("requestBody"));
            String schema = body.at("/content/application~1json/schema/$ref").asString("");
            String expected = Routes.body(method)
                    .map(type -> "#/components/schemas/" + type.getSimpleName())
                    .orElse("");

            assertThat(schema).as(name).isEqualTo(expected);
            assertThat(body.path("required").asBoolean(false)).as(name).isEqualTo(!expected.isEmpty());
        });
    }

    @Test
    void conditionalReadsAreDescribed() {
        DESCRIBED.keySet().stream().filter(this::isConditional).forEach(name -> {
            assertThat(described(name)).as(name).contains("header If-None-Match");
            assertThat(DOCUMENT.operations().get(name).path("responses").propertyNames())
                    .as(name)
                    .contains("304");
        });
    }

    /** What is made anew for each caller is no read of a thing that may have stayed the same. */
    private boolean isConditional(String name) {
        return name.startsWith("GET ")
                && !MADE_ANEW.contains(name)
                && FILES.stream().noneMatch(DOCUMENT.response(name, 200).path("content")::has);
    }

    private Collection<String> described(String operation) {
        return DOCUMENT.parameters(operation).stream()
                .map(parameter -> parameter.path("in").asString()
                        + ' '
                        + parameter.path("name").asString())
                .toList();
    }

    private static Collection<String> taken(Method method) {
        List<String> taken = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            PathParam path = parameter.getAnnotation(PathParam.class);
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            if (path != null) {
                taken.add("path " + path.value());
            }
            if (header != null) {
                taken.add("header " + header.value());
            }
        }
        return taken;
    }
}
