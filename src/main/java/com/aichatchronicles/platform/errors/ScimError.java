package com.aichatchronicles.platform.errors;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A failure in the form of RFC 7644, section 3.12.
 *
 * @param status the HTTP status
 * @param type one of the words of table 9 there, null for none
 * @param detail a sentence for people
 */
public record ScimError(int status, String type, String detail) {
    /** Media type of RFC 7644, section 8.1. */
    public static final String SCIM_JSON = "application/scim+json";

    static ScimError of(ErrorCode code) {
        return new ScimError(code.status(), typeOf(code), code.message());
    }

    /** @return the whole body */
    public JsonObject body() {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:Error"))
                .add("status", String.valueOf(status));
        if (type != null) {
            body.add("scimType", type);
        }
        return body.add("detail", detail).build();
    }

    private static String typeOf(ErrorCode code) {
        return switch (code) {
            case MALFORMED_JSON -> "invalidSyntax";
            case VALIDATION_ERROR -> "invalidValue";
            case USER_ALREADY_EXISTS -> "uniqueness";
            default -> null;
        };
    }
}
