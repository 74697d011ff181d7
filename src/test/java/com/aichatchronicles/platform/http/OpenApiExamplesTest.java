package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.OpenApiDocument;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** That the document's examples are there and fit its own schemas. */
class OpenApiExamplesTest {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();

    @Test
    void everyBodyHasAnExampleThatFits() {
        Map<String, JsonNode> media = new TreeMap<>();
        DOCUMENT.operations().forEach((name, operation) -> {
            collect(name, DOCUMENT.resolve(operation.path("requestBody")), media);
            operation
                    .path("responses")
                    .forEachEntry(
                            (status, response) -> collect(name + ' ' + status, DOCUMENT.resolve(response), media));
        });

        assertThat(media).hasSizeGreaterThan(100);
        media.forEach((name, type) -> {
            JsonNode schema = type.path("schema");
            if (!type.has("examples")) {
                JsonNode example = type.has("example") ? type.path("example") : composed(schema);
                assertThat(DOCUMENT.complaints(schema, example)).as(name).isEmpty();
            }
            type.path("examples")
                    .forEach(example -> assertThat(DOCUMENT.complaints(
                                    schema, DOCUMENT.resolve(example).path("value")))
                            .as(name)
                            .isEmpty());
        });
    }

    @Test
    void everyParameterHasAnExampleThatFits() {
        DOCUMENT.operations()
                .keySet()
                .forEach(operation -> DOCUMENT.parameters(operation).forEach(parameter -> {
                    String name = operation + ' ' + parameter.path("name").asString();
                    assertThat(parameter.path("description").asString(""))
                            .as(name)
                            .isNotBlank();
                    JsonNode schema = parameter.path("schema");
                    // One at the parameter itself would be sent by the page of the documentation.
                    boolean required = parameter.path("required").asBoolean(false);
                    JsonNode example = required
                            ? parameter.path("example")
                            : schema.path("examples").path(0);
                    assertThat(parameter.has("example")).as(name).isEqualTo(required);
                    assertThat(DOCUMENT.complaints(schema, example)).as(name).isEmpty();
                }));
    }

    private static void collect(String name, JsonNode described, Map<String, JsonNode> media) {
        described.path("content").forEachEntry((type, content) -> {
            if (!type.equals("application/zip")) { // a file has no schema
                media.put(name + ' ' + type, content);
            }
        });
    }

    /** What the page of the documentation shows where a schema has no example as a whole. */
    private static JsonNode composed(JsonNode reference) {
        JsonNode schema = DOCUMENT.resolve(reference);
        if (schema.has("examples")) {
            return schema.path("examples").path(0);
        }
        if (schema.has("allOf")) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            schema.path("allOf").forEach(part -> whole.setAll((ObjectNode) composed(part)));
            return whole;
        }
        if (schema.has("items")) {
            return JsonNodeFactory.instance.arrayNode().add(composed(schema.path("items")));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("properties").forEachEntry((name, member) -> object.set(name, composed(member)));
        return object;
    }
}
