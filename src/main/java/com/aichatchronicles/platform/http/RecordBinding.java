package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.errors.FieldError;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A record filled from a JSON object as far as the types allow. JSON-B gives up at the first wrong type; callers are to
 * learn of all of them. Members that the record doesn't know are ignored, null counts as absent.
 *
 * @param instance the record; a member of the wrong type is null in it
 * @param errors the members of the wrong type
 */
record RecordBinding<T extends Record>(T instance, List<FieldError> errors) {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    /** What reflection tells of a record, asked once: each question makes copies. */
    private record Shape(List<String> names, List<Class<?>> types, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            List<Class<?>> types = new ArrayList<>();
            components.forEach(component -> types.add(component.getType()));
            try {
                return new Shape(
                        components.stream().map(RecordBinding::name).toList(),
                        types,
                        type.getDeclaredConstructor(types.toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Every record has this constructor: " + type.getName(), e);
            }
        }
    }

    static <T extends Record> RecordBinding<T> of(Class<T> type, JsonObject object) {
        List<FieldError> errors = new ArrayList<>();
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.names().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(shape.names().get(i), shape.types().get(i), object, errors);
        }
        return new RecordBinding<>(type.cast(create(shape.constructor(), values)), errors);
    }

    private static Object value(String name, Class<?> type, JsonObject object, List<FieldError> errors) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (type == String.class) {
            return value instanceof JsonString text ? JsonText.storable(text) : refuse(name, "string", errors);
        }
        if (type == Boolean.class) {
            boolean truth = value == JsonValue.TRUE;
            return truth || value == JsonValue.FALSE ? Boolean.valueOf(truth) : refuse(name, "boolean", errors);
        }
        if (type == Integer.class) {
            return integer(name, value, errors);
        }
        return value instanceof JsonArray array ? texts(name, array, errors) : refuse(name, "array", errors);
    }

    private static Integer integer(String name, JsonValue value, List<FieldError> errors) {
        if (!(value instanceof JsonNumber number)) {
            refuse(name, "number", errors);
            return null;
        }
        double wide = number.doubleValue();
        if (wide != Math.rint(wide)) {
            errors.add(FieldError.of(name, "must be an integer", "number.integer"));
            return null;
        }
        return (int) wide; // saturates: what is too wide for an int breaks the member's maximum
    }

    private static List<String> texts(String name, JsonArray array, List<FieldError> errors) {
        List<String> texts = new ArrayList<>(Math.min(array.size(), 100));
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonString text) {
                texts.add(JsonText.storable(text));
            } else {
                refuse(name + '.' + i, "string", errors);
                texts.add(null); // those behind it keep their places
            }
        }
        return texts;
    }

    private static Object refuse(String name, String expected, List<FieldError> errors) {
        String article = expected.startsWith("a") ? "an " : "a ";
        errors.add(FieldError.of(name, "must be " + article + expected, expected + ".base"));
        return null;
    }

    /** @return the member's name in JSON: as annotated, else in snake_case */
    static String name(RecordComponent component) {
        JsonbProperty property = component.getAccessor().getAnnotation(JsonbProperty.class);
        return property != null ? property.value() : snakeCase(component.getName());
    }

    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Object create(Constructor<?> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Can't make a " + constructor.getName(), e);
        }
    }
}
