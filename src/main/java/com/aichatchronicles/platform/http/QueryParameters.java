package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the parameters of a query and collects what is wrong with them, so that one answer lists all. JAX-RS itself
 * would answer 404 to a number that is none. An empty parameter counts as absent; of a repeated one the first counts.
 */
public final class QueryParameters {
    private final MultivaluedMap<String, String> parameters;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param parameters the decoded query */
    public QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @return the whole number, or the fallback if it is absent or wrong */
    public int integer(String name, int fallback, int least, int most) {
        String text = text(name, 20).orElse(null);
        if (text == null) {
            return fallback;
        }
        if (!text.matches("[+-]?\\d{1,18}")) {
            refuse(name, "must be a number", "number.base");
            return fallback;
        }
        long number = Long.parseLong(text);
        if (number < least) {
            refuse(name, "must be greater than or equal to " + least, "number.min");
        } else if (number > most) {
            refuse(name, "must be less than or equal to " + most, "number.max");
        }
        return (int) Math.max(least, Math.min(most, number));
    }

    /** @return the text, stripped; empty if it is absent or wrong */
    public Optional<String> text(String name, int mostCharacters) {
        String text = parameters.getFirst(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > mostCharacters) {
            refuse(name, "length must be less than or equal to " + mostCharacters + " characters long", "string.max");
            return Optional.empty();
        }
        if (text.chars().anyMatch(c -> c == 0 || c == 0xFFFD)) {
            refuse(name, "must be text in UTF-8 without NUL", "string.base");
            return Optional.empty();
        }
        return Optional.of(text.strip());
    }

    /** @return the parts of a comma list, each stripped, empty ones left out */
    public List<String> texts(String name, int mostCharacters, int mostParts) {
        String list = text(name, mostCharacters).orElse("");
        List<String> parts = List.of(list.split(",")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > mostParts) {
            refuse(name, "must contain at most " + mostParts + " items", "array.max");
        }
        return parts;
    }

    /** @return the time, null if it is absent or wrong */
    public Instant time(String name) {
        Optional<String> text = text(name, 100);
        Optional<Instant> time = text.flatMap(Moment::lookup);
        if (text.isPresent() && time.isEmpty()) {
            refuse(name, Moment.MESSAGE, "date.format");
        }
        return time.orElse(null);
    }

    /** @return the choice, or the fallback if it is absent or none of those allowed */
    public String oneOf(String name, String fallback, Set<String> allowed) {
        String choice = text(name, 100).orElse(null);
        if (choice == null) {
            return fallback;
        }
        if (!allowed.contains(choice)) {
            refuse(
                    name,
                    "must be one of ["
                            + String.join(", ", allowed.stream().sorted().toList()) + "]",
                    "any.only");
            return fallback;
        }
        return choice;
    }

    /** Notes that a parameter is not as described. */
    public void refuse(String name, String complaint, String type) {
        errors.add(FieldError.of(name, complaint, type));
    }

    /** @throws ApiException QUERY_VALIDATION_ERROR with all that is wrong, if anything is */
    public void requireValid() {
        if (!errors.isEmpty()) {
            throw new ApiException(ErrorCode.QUERY_VALIDATION_ERROR, errors);
        }
    }
}
