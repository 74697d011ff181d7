package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.ratelimit.RateLimited;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That the OpenAPI document describes the routes of the code: all of them, no other, and what each can answer. */
class OpenApiRoutesTest {
    /** Answered by servlets or by Liberty itself. */
    private static final Set<String> OUTSIDE = Set.of(
            "GET /",
            "GET /.well-known/jwks.json",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /health/started");

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();
    private static final Map<String, Method> ROUTES = Routes.all();
    private static final Map<String, Method> DESCRIBED = new TreeMap<>(ROUTES);

    static {
        DESCRIBED.keySet().retainAll(DOCUMENT.operations().keySet()); // one test tells of those that are missing
    }

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
                        .anyMatch(status -> status.startsWith("2")));
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
    void everyOperationNamesTheFailuresThatItCanHave() {
        DESCRIBED.forEach(
                (name, method) -> assertThat(failures(name)).as(name).containsAll(expectedFailures(name, method)));
    }

    @Test
    void conditionalReadsAreDescribed() {
        DESCRIBED.keySet().stream().filter(name -> name.startsWith("GET ")).forEach(name -> {
            assertThat(described(name)).as(name).contains("header If-None-Match");
            assertThat(DOCUMENT.operations().get(name).path("responses").propertyNames())
                    .as(name)
                    .contains("304");
        });
    }

    @Test
    void everyFailureStandsAtItsStatus() {
        DOCUMENT.operations()
                .forEach((name, operation) -> operation
                        .path("responses")
                        .propertyNames()
                        .forEach(status -> OpenApiDocument.codes(DOCUMENT.resolve(
                                        operation.path("responses").path(status)))
                                .forEach(code -> {
                                    if (status.matches("[45]..")) {
                                        assertThat(ErrorCode.valueOf(code).status())
                                                .as(name + ' ' + code)
                                                .isEqualTo(Integer.parseInt(status));
                                    }
                                })));
    }

    @Test
    void everyFailureOfTheCodeIsDocumentedAndNoOther() {
        List<String> codes = Stream.of(ErrorCode.values()).map(Enum::name).toList();
        Set<String> used = new TreeSet<>();
        DOCUMENT.operations().keySet().forEach(name -> used.addAll(failures(name)));
        List<String> listed = new ArrayList<>();
        DOCUMENT.root().at("/components/schemas/ErrorCode/enum").forEach(code -> listed.add(code.asString()));

        assertThat(used).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(listed).containsExactlyElementsOf(codes);
    }

    @Test
    void theExampleOfAFailureSaysWhatTheServerSays() {
        Map<String, String> texts = new TreeMap<>();
        DOCUMENT.root()
                .at("/components/examples")
                .forEachEntry((name, example) -> texts.put(
                        example.at("/value/code").asString(),
                        example.at("/value/error").asString()));

        assertThat(texts)
                .containsExactlyInAnyOrderEntriesOf(
                        Stream.of(ErrorCode.values()).collect(Collectors.toMap(Enum::name, ErrorCode::message)));
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

    private Set<String> failures(String operation) {
        Set<String> failures = new TreeSet<>();
        DOCUMENT.operations()
                .get(operation)
                .path("responses")
                .forEach(response -> failures.addAll(OpenApiDocument.codes(DOCUMENT.resolve(response))));
        return failures;
    }

    private Set<String> expectedFailures(String name, Method method) {
        Set<ErrorCode> expected = new HashSet<>(Set.of(
                ErrorCode.NOT_ACCEPTABLE,
                ErrorCode.METHOD_NOT_ALLOWED,
                ErrorCode.BAD_REQUEST,
                ErrorCode.RATE_LIMIT_EXCEEDED,
                ErrorCode.INTERNAL_ERROR,
                ErrorCode.SERVICE_UNAVAILABLE));
        if (Routes.body(method).isPresent()) {
            expected.addAll(Set.of(
                    ErrorCode.VALIDATION_ERROR,
                    ErrorCode.MALFORMED_JSON,
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        }
        RateLimited limited = method.getAnnotation(RateLimited.class);
        if (limited != null) {
            expected.add(limited.value().code());
        }
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            expected.addAll(Set.of(ErrorCode.MISSING_TOKEN, ErrorCode.INVALID_TOKEN, ErrorCode.TOKEN_EXPIRED));
        }
        if (roles != null && !List.of(roles.value()).contains("user")) {
            expected.add(ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
        for (JsonNode parameter : DOCUMENT.parameters(name)) {
            addFailures(parameter, expected);
        }
        return new TreeSet<>(expected.stream().map(Enum::name).toList());
    }

    private static void addFailures(JsonNode parameter, Set<ErrorCode> expected) {
        boolean inPath = "path".equals(parameter.path("in").asString());
        if (inPath && "uuid".equals(parameter.at("/schema/format").asString(""))) {
            expected.add(ErrorCode.PARAM_VALIDATION_ERROR);
        }
        if ("query".equals(parameter.path("in").asString())) {
            expected.add(ErrorCode.QUERY_VALIDATION_ERROR);
        }
        if ("If-Match".equals(parameter.path("name").asString())) {
            expected.add(ErrorCode.PRECONDITION_FAILED);
        }
    }
}
