package com.aichatchronicles.scim;

import com.aichatchronicles.platform.http.PathId;
import java.util.UUID;

/** What a directory keeps here. */
enum ResourceKind {
    USER("User", "/Users", UserInput.SCHEMA),
    GROUP("Group", "/Groups", GroupInput.SCHEMA);

    private final String label;
    private final String path;
    private final String schema;

    ResourceKind(String label, String path, String schema) {
        this.label = label;
        this.path = path;
        this.schema = schema;
    }

    /**
     * @param text what stands in a path
     * @return the id
     * @throws ScimFailure 404, because nothing has an id like that
     */
    UUID id(String text) {
        if (!PathId.isId(text)) {
            throw ScimFailure.notFound(label);
        }
        return UUID.fromString(text);
    }

    String label() {
        return label;
    }

    String path() {
        return path;
    }

    String schema() {
        return schema;
    }
}
