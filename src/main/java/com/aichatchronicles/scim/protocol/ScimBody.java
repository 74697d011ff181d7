package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.http.JsonText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;

/** Reads bodies as all others are read, and hands them over as the library wants them: names count in any case. */
public final class ScimBody {
    private ScimBody() {}

    /**
     * @param body of a request
     * @param schema that it must name (RFC 7643, section 3)
     * @return the object that it holds
     * @throws ScimFailure invalidSyntax
     * @throws com.aichatchronicles.platform.errors.ApiException as {@link JsonText#read}
     */
    public static ObjectNode read(InputStream body, String schema) {
        JsonValue value = JsonText.read(body);
        requireStorable(value);
        if (!(value instanceof JsonObject) || !(parse(value.toString()) instanceof ObjectNode object)) {
            throw ScimFailure.syntax("The body must be an object");
        }
        for (JsonNode named : object.path("schemas")) {
            if (schema.equalsIgnoreCase(named.asText())) {
                return object;
            }
        }
        throw ScimFailure.syntax("schemas must hold " + schema);
    }

    /** @return the tree of a JSON text of our own or one that was read already */
    public static JsonNode parse(String json) {
        try {
            return JsonUtils.getObjectReader().readTree(json);
        } catch (JsonProcessingException e) {
            throw ScimFailure.syntax("The body is not valid JSON");
        }
    }

    private static void requireStorable(JsonValue value) {
        if (value instanceof JsonString text) {
            JsonText.storable(text);
        } else if (value instanceof JsonArray array) {
            array.forEach(ScimBody::requireStorable);
        } else if (value instanceof JsonObject object) {
            object.values().forEach(ScimBody::requireStorable);
        }
    }
}
