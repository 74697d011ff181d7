package com.aichatchronicles.testing;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document, for tests that compare it with the code and with the answers of the server. */
public final class OpenApiDocument {
    private static final String ADDRESS = "https://example.org/openapi";
    private static final String POINTER = "#/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode root;
    private final SchemaRegistry schemas;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        JsonNode strict = root.deepCopy();
        forbidMembersThatAreNotDescribed(strict.path("components").path("schemas"));
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(config).schemas(Map.of(ADDRESS, strict.toString())));
    }

    /** @return the document in the class path, as it is shipped */
    public static OpenApiDocument shipped() {
        try (InputStream yaml = OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new OpenApiDocument(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a JSON text as a tree */
    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** @return a YAML text as a tree */
    public static JsonNode yaml(String text) {
        return new YAMLMapper().readTree(text);
    }

    /** @return the whole document */
    public JsonNode root() {
        return root;
    }

    /** @return each operation by its method and path: {@code GET /health} */
    public Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(method.toUpperCase(Locale.ROOT) + ' ' + path, operation);
                    }
                }));
        return operations;
    }

    /** @return the parameters of an operation and of its path, each where it is described */
    public List<JsonNode> parameters(String operation) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        List<JsonNode> parameters = new ArrayList<>();
        root.path("paths").path(path).path("parameters").forEach(one -> parameters.add(resolve(one)));
        operations().get(operation).path("parameters").forEach(one -> parameters.add(resolve(one)));
        return parameters;
    }

    /** @return the answer that the document gives for a status, that for any other failure where it names none */
    public JsonNode response(String operation, int status) {
        JsonNode responses = operations().get(operation).path("responses");
        String named = String.valueOf(status);
        return resolve(responses.path(responses.has(named) ? named : "default"));
    }

    /** @return the codes of the failures that an answer gives examples of */
    public static Set<String> codes(JsonNode response) {
        return Set.copyOf(response.path("content")
                .path("application/json")
                .path("examples")
                .propertyNames());
    }

    /** @return what a reference points to, the node itself if it is none */
    public JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith(POINTER) ? resolve(root.at(reference.substring(1))) : node;
    }

    /** @return what a schema says about a member, also where another one that it builds on says it */
    public JsonNode member(JsonNode schema, String name) {
        JsonNode resolved = resolve(schema);
        if (resolved.path("properties").has(name)) {
            return resolve(resolved.path("properties").path(name));
        }
        return resolved.path("allOf")
                .valueStream()
                .map(part -> member(part, name))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(JSON.missingNode());
    }

    /** @return the names of all members that a schema describes, also those of others that it builds on */
    public Set<String> members(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        Set<String> names = new TreeSet<>(resolved.path("properties").propertyNames());
        resolved.path("allOf").forEach(part -> names.addAll(members(part)));
        return names;
    }

    /**
     * @param schema as it stands in the document
     * @param value what should fit
     * @return why it doesn't, members included that the schema doesn't describe; empty if it does
     */
    public List<String> complaints(JsonNode schema, JsonNode value) {
        String reference = schema.path("$ref").asString("");
        return (reference.startsWith(POINTER)
                        ? schemas.getSchema(SchemaLocation.of(ADDRESS + reference))
                        : schemas.getSchema(schema))
                .validate(value).stream().map(Error::toString).toList();
    }

    /** An open schema would let an answer grow without the document. */
    private static void forbidMembersThatAreNotDescribed(JsonNode node) {
        boolean closed =
                node.has("additionalProperties") || !node.path("properties").isObject();
        node.forEach(OpenApiDocument::forbidMembersThatAreNotDescribed);
        if (!closed
                && node instanceof ObjectNode schema
                && "object".equals(schema.path("type").asString(""))) {
            schema.put("additionalProperties", false);
        }
    }
}
