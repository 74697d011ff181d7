package com.aichatchronicles.scim.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.messages.PatchOpType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One change that a PATCH asks for (RFC 7644, section 3.5.2), with the habits of Entra and Okta taken into account: the
 * operation in capitals, one value that names many attributes, names with dots in it.
 *
 * @param operation what to do
 * @param path where, never the resource as a whole
 * @param value with what; null for a removal, or where it is to become nothing
 * @param named whether the client named the path, or sent the attribute along with others
 */
public record Change(PatchOpType operation, Path path, JsonNode value, boolean named) {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private static final int MOST = 1000;
    private static final String CORE = "(?i)^urn:ietf:params:scim:schemas:core:2\\.0:(User|Group):";

    /**
     * @param body of the request
     * @return the changes, in their order
     * @throws ScimFailure invalidSyntax, invalidPath, noTarget
     */
    public static List<Change> read(InputStream body) {
        JsonNode operations = ScimBody.read(body, SCHEMA).path("Operations");
        if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST) {
            throw ScimFailure.syntax("Operations must hold 1 to " + MOST + " changes");
        }
        List<Change> changes = new ArrayList<>();
        operations.forEach(operation -> changes.addAll(of(operation)));
        return changes;
    }

    /** @return the name of the attribute, in lower case */
    public String attribute() {
        return path.getElement(0).getAttribute().toLowerCase(Locale.ROOT);
    }

    /** @return whether it is about what an extension adds, which is not kept */
    public boolean isOfExtension() {
        return path.getSchemaUrn() != null;
    }

    private static List<Change> of(JsonNode operation) {
        PatchOpType type = Stream.of(PatchOpType.values())
                .filter(known -> known.getStringValue()
                        .equalsIgnoreCase(operation.path("op").asText()))
                .findFirst()
                .orElseThrow(() -> ScimFailure.syntax("op must be add, replace or remove"));
        JsonNode given = operation.path("value");
        JsonNode value = given.isMissingNode() || given.isNull() ? null : given;
        JsonNode path = operation.path("path");
        if (path.isTextual() && !path.asText().isBlank()) {
            return List.of(new Change(type, path(path.asText()), value, true));
        }
        if (type == PatchOpType.REMOVE) {
            throw ScimFailure.noTarget("A removal needs a path");
        }
        if (!(value instanceof ObjectNode many)) {
            throw ScimFailure.path("A change needs a path, or a complex value that names attributes");
        }
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : many.properties()) {
            JsonNode single = one.getValue().isNull() ? null : one.getValue();
            changes.add(new Change(type, path(one.getKey()), single, false));
        }
        return changes;
    }

    private static Path path(String text) {
        try {
            Path path = Path.fromString(text.strip().replaceFirst(CORE, ""));
            if (path.size() == 0 && path.getSchemaUrn() == null) {
                throw ScimFailure.path("A path names an attribute");
            }
            return path.size() > 0 ? path : path.attribute("all");
        } catch (BadRequestException | ClassCastException e) {
            throw ScimFailure.path("The path can't be read");
        }
    }
}
