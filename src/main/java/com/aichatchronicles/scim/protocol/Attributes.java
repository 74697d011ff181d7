package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.http.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The attributes of a resource, or of a complex value in one, as a client sent them.
 *
 * @param node an object
 */
public record Attributes(JsonNode node) {
    private static final int LONGEST = 256;

    /**
     * @return the text, empty if it is absent, null or empty
     * @throws ScimFailure invalidValue if it is no text, too long or more than one line
     */
    public Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.asText();
        if (!value.isTextual() || text.length() > LONGEST || !text.matches(Text.ONE_LINE)) {
            throw ScimFailure.value(name + " must be one line of at most " + LONGEST + " characters");
        }
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    /**
     * @return the truth value, which Entra writes as a text; empty if it is absent or null
     * @throws ScimFailure invalidValue
     */
    public Optional<Boolean> flag(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (value.isTextual() && value.asText().matches("(?i)true|false")) {
            return Optional.of(Boolean.valueOf(value.asText()));
        }
        throw ScimFailure.value(name + " must be true or false");
    }

    /**
     * @return the attributes of a complex value, none if it is absent or null
     * @throws ScimFailure invalidValue
     */
    public Optional<Attributes> complex(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new Attributes(requireObject(name, value)));
    }

    /**
     * @return the complex values of a multi-valued attribute; one that stands alone counts as a list of one
     * @throws ScimFailure invalidValue
     */
    public List<Attributes> list(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        Stream<JsonNode> items = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return items.map(item -> new Attributes(requireObject(name, item))).toList();
    }

    private static JsonNode requireObject(String name, JsonNode value) {
        if (!value.isObject()) {
            throw ScimFailure.value(name + " must be complex");
        }
        return value;
    }
}
