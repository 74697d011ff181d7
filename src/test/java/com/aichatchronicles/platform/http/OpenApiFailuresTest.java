package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.ratelimit.RateLimited;
import com.aichatchronicles.testing.OpenApiDocument;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.ArrayList;
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

/** That the OpenAPI document tells the failures of the code: which each route can have, and what each says. */
class OpenApiFailuresTest {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();
    private static final Map<String, Method> DESCRIBED = Routes.describedIn(DOCUMENT);

    @Test
    void everyOperationNamesTheFailuresThatItCanHave() {
        DESCRIBED.forEach(
                (name, method) -> assertThat(failures(name)).as(name).containsAll(expectedFailures(name, method)));
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

    private Set<String> failures(String operation) {
        Set<String> failures = new TreeSet<>();
        DOCUMENT.operations().get(operation).path("responses").forEach(response -> {
            JsonNode described = DOCUMENT.resolve(response);
            failures.addAll(OpenApiDocument.codes(described));
            described.path("x-error-codes").forEach(code -> failures.add(code.asString())); // in an address
        });
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
