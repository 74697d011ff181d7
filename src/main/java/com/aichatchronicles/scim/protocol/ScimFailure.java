package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.errors.ScimError;
import com.unboundid.scim2.common.exceptions.ScimException;
import jakarta.ejb.ApplicationException;

/** A failure that a directory is told about by a word of RFC 7644, table 9. The running transaction is rolled back. */
@ApplicationException(rollback = true)
public class ScimFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ScimError error;

    private ScimFailure(int status, String type, String detail) {
        super(detail);
        this.error = new ScimError(status, type, detail);
    }

    /** A filter that is none, or asks for what has no index. */
    public static ScimFailure filter(String detail) {
        return new ScimFailure(400, "invalidFilter", detail);
    }

    /** A body that is no resource or no list of changes. */
    public static ScimFailure syntax(String detail) {
        return new ScimFailure(400, "invalidSyntax", detail);
    }

    /** A value that an attribute can't have. */
    public static ScimFailure value(String detail) {
        return new ScimFailure(400, "invalidValue", detail);
    }

    /** A path that a change can't have. */
    public static ScimFailure path(String detail) {
        return new ScimFailure(400, "invalidPath", detail);
    }

    /** A change without a path, or with one that leads to no value. */
    public static ScimFailure noTarget(String detail) {
        return new ScimFailure(400, "noTarget", detail);
    }

    /** A filter of what can't be filtered (RFC 7644, section 4). */
    public static ScimFailure forbidden(String detail) {
        return new ScimFailure(403, null, detail);
    }

    /** An attribute that is the server's own. */
    public static ScimFailure mutability(String attribute) {
        return new ScimFailure(400, "mutability", attribute + " is read-only");
    }

    /** What somebody else has already. */
    public static ScimFailure uniqueness(String detail) {
        return new ScimFailure(409, "uniqueness", detail);
    }

    /** Nothing is there. */
    public static ScimFailure notFound(String resource) {
        return new ScimFailure(404, null, resource + " not found");
    }

    /** If-Match names another version. */
    public static ScimFailure precondition() {
        return new ScimFailure(412, null, "The resource has been changed since it was read");
    }

    /** What the library says of a path or a change. */
    public static ScimFailure of(ScimException refusal) {
        return new ScimFailure(
                refusal.getScimError().getStatus(),
                refusal.getScimError().getScimType(),
                String.valueOf(refusal.getScimError().getDetail())
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    /** @return what the caller is told */
    public ScimError error() {
        return error;
    }
}
