package com.aichatchronicles.scim.groups;

import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.scim.protocol.Attributes;
import com.aichatchronicles.scim.protocol.ResourceKind;
import com.aichatchronicles.scim.protocol.ScimBody;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A group as a directory describes it.
 *
 * @param displayName compared without case
 * @param externalId the directory's own id, may be null
 * @param members the ids of users, each once
 */
public record GroupInput(String displayName, String externalId, List<UUID> members) {
    private static final int MOST_MEMBERS = 50_000;

    /**
     * @param body of a request
     * @throws ScimFailure invalidSyntax, invalidValue
     */
    static GroupInput read(InputStream body) {
        return of(ScimBody.read(body, ResourceKind.GROUP.schema()));
    }

    /** @throws ScimFailure invalidValue */
    static GroupInput of(JsonNode resource) {
        Attributes attributes = new Attributes(resource);
        return new GroupInput(
                attributes.text("displayName").orElseThrow(() -> ScimFailure.value("displayName is required")),
                attributes.text("externalId").orElse(null),
                members(resource.path("members")));
    }

    /**
     * @param value a list of members, or one; absent or null for none
     * @return their ids, each once
     * @throws ScimFailure invalidValue
     */
    static List<UUID> members(JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        Stream<JsonNode> items = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        List<UUID> ids = items.map(GroupInput::member).distinct().toList();
        if (ids.size() > MOST_MEMBERS) {
            throw ScimFailure.value("members must hold at most " + MOST_MEMBERS + " users at a time");
        }
        return ids;
    }

    private static UUID member(JsonNode item) {
        String id = (item.isObject() ? item.path("value") : item).asText();
        if (!PathId.isId(id)) {
            throw ScimFailure.value("members.value must be the id of a user");
        }
        return UUID.fromString(id);
    }
}
