package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.errors.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts broken constraints into the words and types that callers of the earlier back end know. */
final class Violations {
    /** Of a pattern; says less than a broken limit of the same member, which then stands alone. */
    private static final String GENERAL = "any.invalid";

    private Violations() {}

    /**
     * @param wrongTypes what the binding found
     * @param violations what Bean Validation found
     * @return both, without saying "is required" of a member that is there but of the wrong type
     */
    static <T> List<FieldError> merge(List<FieldError> wrongTypes, Set<ConstraintViolation<T>> violations) {
        List<FieldError> broken = violations.stream().map(Violations::describe).toList();
        Set<String> known = Stream.concat(
                        wrongTypes.stream(), broken.stream().filter(error -> !GENERAL.equals(error.type())))
                .map(FieldError::field)
                .collect(Collectors.toSet());
        Set<String> wrong = wrongTypes.stream().map(FieldError::field).collect(Collectors.toSet());
        Stream<FieldError> told = broken.stream()
                .filter(error -> !wrong.contains(error.field()))
                .filter(error -> !GENERAL.equals(error.type()) || !known.contains(error.field()));
        return Stream.concat(wrongTypes.stream(), told)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::type))
                .toList();
    }

    private static FieldError describe(ConstraintViolation<?> violation) {
        String field = field(violation.getRootBeanClass(), violation.getPropertyPath());
        Annotation rule = violation.getConstraintDescriptor().getAnnotation();
        if (rule instanceof NotNull) {
            return FieldError.of(field, "is required", "any.required");
        }
        if (rule instanceof Size size) {
            return size(field, size, violation.getInvalidValue());
        }
        if (rule instanceof Characters limits) {
            String text = String.valueOf(violation.getInvalidValue());
            return length(field, text.isEmpty(), Characters.Count.of(text) < limits.min(), limits.min(), limits.max());
        }
        if (rule instanceof Min min) {
            return FieldError.of(field, "must be greater than or equal to " + min.value(), "number.min");
        }
        if (rule instanceof Max max) {
            return FieldError.of(field, "must be less than or equal to " + max.value(), "number.max");
        }
        if (rule instanceof Email) {
            return FieldError.of(field, "must be a valid email", "string.email");
        }
        return FieldError.of(field, violation.getMessage(), GENERAL);
    }

    private static FieldError size(String field, Size size, Object value) {
        if (value instanceof Collection<?>) {
            return FieldError.of(field, "must contain at most " + size.max() + " items", "array.max");
        }
        String text = String.valueOf(value);
        return length(field, text.isEmpty(), text.length() < size.min(), size.min(), size.max());
    }

    private static FieldError length(String field, boolean empty, boolean tooShort, int least, int most) {
        if (empty) {
            return FieldError.of(field, "is not allowed to be empty", "string.empty");
        }
        return tooShort
                ? FieldError.of(field, "length must be at least " + least + " characters long", "string.min")
                : FieldError.of(
                        field, "length must be less than or equal to " + most + " characters long", "string.max");
    }

    private static String field(Class<?> record, Path path) {
        StringBuilder name = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                name.append('.').append(node.getIndex());
                continue;
            }
            name.append(name.isEmpty() ? "" : ".").append(member(record, node.getName()));
        }
        return name.toString();
    }

    private static String member(Class<?> record, String component) {
        return Stream.of(record.getRecordComponents())
                .filter(candidate -> candidate.getName().equals(component))
                .map(RecordBinding::name)
                .findFirst()
                .orElse(component);
    }
}
