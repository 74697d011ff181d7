package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.OpenApiDocument;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** That the document's schemas of request bodies say what the server checks. */
class OpenApiLimitsTest {
    private static final Map<Class<?>, String> TYPES =
            Map.of(String.class, "string", Integer.class, "integer", Boolean.class, "boolean", List.class, "array");

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();

    static Stream<Class<?>> bodies() {
        return Routes.all().values().stream()
                .flatMap(method -> Routes.body(method).stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theSchemaHasTheMembersOfTheRecord(Class<?> body) {
        List<String> members = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : body.getRecordComponents()) {
            members.add(RecordBinding.name(component));
            if (rules(component).isAnnotationPresent(NotNull.class)) {
                required.add(RecordBinding.name(component));
            }
        }
        List<String> demanded = new ArrayList<>();
        schema(body).path("required").forEach(name -> demanded.add(name.asString()));

        assertThat(demanded).containsExactlyInAnyOrderElementsOf(required);
        assertThat(members).containsExactlyInAnyOrderElementsOf(DOCUMENT.members(schema(body)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theSchemaHasTheLimitsOfTheRecord(Class<?> body) {
        for (RecordComponent component : body.getRecordComponents()) {
            String name = RecordBinding.name(component);
            JsonNode schema = DOCUMENT.member(schema(body), name);
            Field rules = rules(component);

            assertThat(schema.path("type").asString("")).as(name).isEqualTo(TYPES.get(component.getType()));
            assertThat(limits(schema)).as(name).isEqualTo(limits(rules));
            assertThat(schema.has("pattern") || schema.has("format")).as(name).isEqualTo(formed(name, rules));
            if (rules.getAnnotatedType() instanceof AnnotatedParameterizedType list) {
                AnnotatedType item = list.getAnnotatedActualTypeArguments()[0];
                assertThat(limits(schema.path("items"))).as(name).isEqualTo(limits(item));
            }
        }
    }

    private JsonNode schema(Class<?> body) {
        return DOCUMENT.root().at("/components/schemas/" + body.getSimpleName());
    }

    /** Records hand their constraints on to the field of the same name. */
    private static Field rules(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Every component of a record has a field", e);
        }
    }

    private static boolean formed(String name, AnnotatedElement rules) {
        boolean secret = name.toLowerCase(Locale.ROOT).endsWith("password"); // says so to the page that asks for one
        return secret || rules.isAnnotationPresent(Pattern.class) || rules.isAnnotationPresent(Email.class);
    }

    /** Least and most, where 0 and the greatest int stand for none. */
    private static List<Long> limits(AnnotatedElement rules) {
        Size size = rules.getAnnotation(Size.class);
        Min min = rules.getAnnotation(Min.class);
        Max max = rules.getAnnotation(Max.class);
        Characters characters = rules.getAnnotation(Characters.class);
        if (characters != null) {
            return List.of((long) characters.min(), (long) characters.max());
        }
        long least = size != null ? size.min() : min != null ? min.value() : 0;
        long most = size != null ? size.max() : max != null ? max.value() : Integer.MAX_VALUE;
        return List.of(least, most);
    }

    private static List<Long> limits(JsonNode schema) {
        return List.of(
                limit(schema, 0, "minLength", "minimum", "minItems"),
                limit(schema, Integer.MAX_VALUE, "maxLength", "maximum", "maxItems"));
    }

    private static long limit(JsonNode schema, long none, String... keywords) {
        return Stream.of(keywords)
                .filter(schema::has)
                .map(keyword -> schema.path(keyword).asLong())
                .findFirst()
                .orElse(none);
    }
}
