package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** An id in a path. */
public final class PathId {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"); // UUID.fromString takes "1-1-1-1-1"

    private PathId() {}

    /**
     * @param name the name of the path parameter
     * @param text what stands in its place
     * @return the id
     * @throws ApiException PARAM_VALIDATION_ERROR if it is no UUID in the form of RFC 9562
     */
    public static UUID parse(String name, String text) {
        if (!isId(text)) {
            throw new ApiException(
                    ErrorCode.PARAM_VALIDATION_ERROR,
                    List.of(FieldError.of(name, "must be a valid GUID", "string.guid")));
        }
        return UUID.fromString(text);
    }

    /** @return whether the text is a UUID in the form of RFC 9562 */
    public static boolean isId(String text) {
        return CANONICAL.matcher(text).matches();
    }
}
