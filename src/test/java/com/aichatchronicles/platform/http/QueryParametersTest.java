package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryParametersTest {
    private final Map<String, String> given = new HashMap<>();
    private final QueryParameters query = new QueryParameters(firstOf(given));

    @Test
    void whatIsAbsentOrEmptyFallsBack() {
        given.put("page", "");
        given.put("sort", "  ");

        assertThat(query.integer("page", 1, 1, 10)).isEqualTo(1);
        assertThat(query.integer("limit", 12, 1, 100)).isEqualTo(12);
        assertThat(query.oneOf("sort", "title", Set.of("title"))).isEqualTo("title");
        assertThat(query.text("search", 10)).isEmpty();
        assertThat(query.texts("tags", 10, 2)).isEmpty();
        assertThatCode(query::requireValid).doesNotThrowAnyException();
    }

    @Test
    void whatIsGivenIsRead() {
        given.putAll(
                Map.of("page", " 3 ", "limit", "+5", "sort", "likes", "search", " two words ", "tags", " a ,, b,"));

        assertThat(query.integer("page", 1, 1, 10)).isEqualTo(3);
        assertThat(query.integer("limit", 12, 1, 100)).isEqualTo(5);
        assertThat(query.oneOf("sort", "title", Set.of("title", "likes"))).isEqualTo("likes");
        assertThat(query.text("search", 20)).contains("two words");
        assertThat(query.texts("tags", 20, 2)).containsExactly("a", "b");
        assertThatCode(query::requireValid).doesNotThrowAnyException();
    }

    @Test
    void allThatIsWrongIsListed() {
        given.putAll(Map.of("page", "0", "limit", "101", "sort", "id", "order", "x".repeat(101), "tags", "a,b,c"));
        given.putAll(Map.of("cursor", "a\0b", "search", "\uFFFD", "from", "1.5", "to", "99999999999999999999"));

        query.integer("page", 1, 1, 10);
        query.integer("limit", 12, 1, 100);
        query.oneOf("sort", "title", Set.of("title", "likes"));
        query.oneOf("order", "asc", Set.of("asc"));
        query.texts("tags", 20, 2);
        query.text("cursor", 20);
        query.text("search", 20);
        query.integer("from", 1, 1, 10);
        query.integer("to", 1, 1, 10);

        ApiException refusal = catchThrowableOfType(ApiException.class, query::requireValid);
        assertThat(refusal.code()).isEqualTo(ErrorCode.QUERY_VALIDATION_ERROR);
        assertThat(refusal.details())
                .containsExactly(
                        FieldError.of("page", "must be greater than or equal to 1", "number.min"),
                        FieldError.of("limit", "must be less than or equal to 100", "number.max"),
                        FieldError.of("sort", "must be one of [likes, title]", "any.only"),
                        FieldError.of(
                                "order", "length must be less than or equal to 100 characters long", "string.max"),
                        FieldError.of("tags", "must contain at most 2 items", "array.max"),
                        FieldError.of("cursor", "must be text in UTF-8 without NUL", "string.base"),
                        FieldError.of("search", "must be text in UTF-8 without NUL", "string.base"),
                        FieldError.of("from", "must be a number", "number.base"),
                        FieldError.of("to", "must be a number", "number.base"));
    }

    @Test
    void aNumberOutOfBoundsIsDrawnToThem() {
        given.putAll(Map.of("least", "-999999999999999999", "most", "999999999999999999"));

        assertThat(query.integer("least", 5, 1, 10)).isEqualTo(1);
        assertThat(query.integer("most", 5, 1, 10)).isEqualTo(10);
    }

    /** The map that JAX-RS makes comes with an implementation of JAX-RS, which these tests have not. */
    @SuppressWarnings("unchecked")
    private static MultivaluedMap<String, String> firstOf(Map<String, String> values) {
        return (MultivaluedMap<String, String>) Proxy.newProxyInstance(
                QueryParametersTest.class.getClassLoader(),
                new Class<?>[] {MultivaluedMap.class},
                (proxy, method, arguments) -> values.get(arguments[0]));
    }
}
