package com.aichatchronicles.platform.errors;

/** Every failure that a caller can see: its machine-readable name, HTTP status and text for people. */
public enum ErrorCode {
    VALIDATION_ERROR(400, "The body is not as described"),
    QUERY_VALIDATION_ERROR(400, "The query is not as described"),
    PARAM_VALIDATION_ERROR(400, "The path is not as described"),
    MALFORMED_JSON(400, "The body is not valid JSON"),
    MISSING_SEARCH_TERM(400, "A search needs a term: ?q=…"),
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key must be 1 to 255 visible ASCII characters"),
    ONE_TIME_TOKEN_INVALID(400, "This link is not good any more, please ask for a new one"),
    REDIRECT_NOT_ALLOWED(400, "The browser may not be sent there"),
    LOGOUT_TOKEN_INVALID(400, "The logout token is not valid"),
    BAD_REQUEST(400, "The request could not be understood"),

    MISSING_TOKEN(401, "Access token required"),
    INVALID_TOKEN(401, "The access token is not valid"),
    TOKEN_EXPIRED(401, "The access token has expired"),
    INVALID_CREDENTIALS(401, "Invalid email or password"),
    TOKEN_REFRESH_ERROR(401, "The refresh token is not valid"),
    INVALID_PASSWORD(401, "The password is not right"),
    SECOND_FACTOR_INVALID(401, "The code is not right, or was used before"),
    CHALLENGE_INVALID(401, "This sign-in has expired, please start again"),
    SIGN_ON_STATE_INVALID(401, "This sign-in has expired or belongs to another browser, please start again"),
    SIGN_ON_REFUSED(401, "The answer of the provider is not valid"),
    SIGN_ON_CODE_INVALID(401, "This code is not good any more, please sign in again"),

    INSUFFICIENT_PERMISSIONS(403, "You may not do this"),
    UNAUTHORIZED_UPDATE(403, "Only the author may change this"),
    UNAUTHORIZED_DELETE(403, "Only the author may delete this"),
    SIGN_ON_DENIED(403, "The provider was told not to sign you in"),
    SIGN_ON_NOT_ALLOWED(403, "You may not sign in here with this account"),
    EMAIL_REQUIRED(403, "The provider gives no e-mail address"),
    REGISTRATION_CLOSED(403, "Accounts are made by single sign-on only"),
    PASSWORD_SIGN_IN_CLOSED(403, "Passwords open nothing here, please sign in by single sign-on"),
    RECENT_SIGN_IN_REQUIRED(403, "Please sign in again first, to make sure that it is you"),

    CONVERSATION_NOT_FOUND(404, "Conversation not found"),
    PROFILE_NOT_FOUND(404, "Profile not found"),
    SESSION_NOT_FOUND(404, "Session not found"),
    SECOND_FACTOR_NOT_FOUND(404, "No second factor is set up"),
    COMMENT_NOT_FOUND(404, "Comment not found"),
    COLLECTION_NOT_FOUND(404, "Collection not found"),
    NOTIFICATION_NOT_FOUND(404, "Notification not found"),
    MAIL_NOT_FOUND(404, "Mail not found"),
    REPORT_NOT_FOUND(404, "Report not found"),
    SEMINAR_NOT_FOUND(404, "Seminar not found"),
    REVISION_NOT_FOUND(404, "Revision not found"),
    SCHEDULE_NOT_FOUND(404, "No publication is scheduled"),
    LINK_NOT_FOUND(404, "Link not found"),
    IDENTITY_NOT_FOUND(404, "Way to sign in not found"),
    PROVIDER_NOT_FOUND(404, "Provider not found"),
    USER_NOT_FOUND(404, "User not found"),
    API_KEY_NOT_FOUND(404, "Key not found"),
    ROUTE_NOT_FOUND(404, "Route not found"),

    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "This is not available in a type that you accept"),
    REQUEST_TIMEOUT(408, "The body did not arrive in time"),
    USER_ALREADY_EXISTS(409, "A user with this email or username already exists"),
    SECOND_FACTOR_ALREADY_EXISTS(409, "A second factor is set up already"),
    IDENTITY_ALREADY_EXISTS(409, "This way to sign in belongs to another account"),
    EMAIL_NOT_VERIFIED(409, "The provider has not verified this e-mail address, which an account has already"),
    LINK_CONFIRMATION_REQUIRED(409, "An account has this address already; a mail to it asks for confirmation"),
    IDENTITY_REQUIRED(409, "The provider of this way to sign in decides about the account, so it stays"),
    LAST_SIGN_IN_METHOD(409, "Without this way to sign in nobody could sign in to the account any more"),
    LINK_SIGN_IN_REQUIRED(409, "An account with a second factor has this address; sign in to it to add this way"),
    FOLLOW_LIMIT_REACHED(409, "You follow as many people as one can"),
    COLLECTION_LIMIT_REACHED(409, "You have as many collections as one can"),
    COLLECTION_FULL(409, "This collection has as many conversations as one can"),
    TEXT_ALREADY_EXISTS(409, "You have posted this text already"),
    REPORT_ALREADY_EXISTS(409, "You have reported this already"),
    REPORT_ALREADY_TAKEN(409, "Another moderator works on this report"),
    REPORT_ALREADY_DECIDED(409, "This report is decided already"),
    CONVERSATION_WITHHELD(409, "Moderators unpublished this conversation; only they can restore it"),
    SEMINAR_FULL(409, "Every seat of this seminar is taken"),
    SEMINAR_CLOSED(409, "This seminar is over"),
    SEMINAR_STATUS_CONFLICT(409, "The status of a seminar only moves forward"),
    CONVERSATION_ALREADY_PUBLISHED(409, "This conversation is published already"),
    TOO_MANY_LINKS(409, "A conversation has at most 20 links at a time"),
    LAST_ADMIN(409, "Somebody must stay who can administer this site"),
    API_KEY_LIMIT_REACHED(409, "You have as many keys as one can"),
    IDEMPOTENCY_KEY_IN_USE(409, "The first request with this Idempotency-Key is still running"),
    PRECONDITION_FAILED(412, "It has been changed since you read it"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    FINDINGS_NOT_CONFIRMED(422, "The text seems to hold secrets or personal data"),
    COMPARISON_TOO_LARGE(422, "These texts are too large to be compared"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request"),

    RATE_LIMIT_EXCEEDED(429, "Too many requests, please try again later"),
    AUTH_RATE_LIMIT_EXCEEDED(429, "Too many attempts, please try again later"),
    SEARCH_RATE_LIMIT_EXCEEDED(429, "Too many searches, please try again later"),
    UPLOAD_RATE_LIMIT_EXCEEDED(429, "Too many uploads, please try again later"),
    POSTING_LIMIT_EXCEEDED(429, "A new account may post only a few texts in an hour, please try again later"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    PROVIDER_UNAVAILABLE(503, "The provider does not answer, please try again later"),
    SERVICE_UNAVAILABLE(503, "The service is not available at the moment, please try again");

    private final int status;
    private final String message;

    ErrorCode(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** @return the HTTP status */
    public int status() {
        return status;
    }

    /** @return the text for people, without any value of the request */
    public String message() {
        return message;
    }

    /**
     * @param status an HTTP status of 400 or more that the container chose
     * @return the code that stands for it
     */
    public static ErrorCode forStatus(int status) {
        return switch (status) {
            case 401 -> MISSING_TOKEN;
            case 403 -> INSUFFICIENT_PERMISSIONS;
            case 404 -> ROUTE_NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMIT_EXCEEDED;
            case 503 -> SERVICE_UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
