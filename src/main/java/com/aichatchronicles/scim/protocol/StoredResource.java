package com.aichatchronicles.scim.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A user or group as it is stored.
 *
 * @param id chosen by us
 * @param attributes in the form of its schema, without what the server adds to each
 * @param version changes with whatever is shown of it
 * @param createdAt when it was made
 * @param updatedAt when it was last written
 */
public record StoredResource(UUID id, ObjectNode attributes, String version, Instant createdAt, Instant updatedAt) {
    /** @return the entity tag (RFC 7644, section 3.14) */
    public String entityTag() {
        return "W/\"" + version + '"';
    }

    /**
     * @param condition the If-Match header, may be null
     * @throws ScimFailure 412 if it names other versions alone
     */
    public void requireMatch(String condition) {
        if (condition == null || condition.isBlank()) {
            return;
        }
        for (String tag : condition.split(",")) {
            if (tag.strip().equals("*") || plain(tag).equals(version)) {
                return;
            }
        }
        throw ScimFailure.precondition();
    }

    /** @return whether an If-None-Match header, which may be null, names this version */
    public boolean isKnownBy(String condition) {
        if (condition == null) {
            return false;
        }
        for (String tag : condition.split(",")) {
            if (tag.strip().equals("*") || plain(tag).equals(version)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String tag) {
        return tag.strip().replaceFirst("^W/", "").replace("\"", "");
    }
}
