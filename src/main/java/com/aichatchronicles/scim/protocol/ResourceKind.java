package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.http.PathId;
import java.util.UUID;

/** What a directory keeps here. */
public enum ResourceKind {
    USER("User", "/Users", "urn:ietf:params:scim:schemas:core:2.0:User"),
    GROUP("Group", "/Groups", "urn:ietf:params:scim:schemas:core:2.0:Group");

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
    public UUID id(String text) {
        if (!PathId.isId(text)) {
            throw ScimFailure.notFound(label);
        }
        return UUID.fromString(text);
    }

    /** @return its name, as in {@code meta.resourceType} */
    public String label() {
        return label;
    }

    /** @return where its resources are in the tree, with a slash before it */
    public String path() {
        return path;
    }

    /** @return the schema that its resources name (RFC 7643, section 3) */
    public String schema() {
        return schema;
    }
}
