package com.aichatchronicles.platform.errors;

/**
 * One member of a body, query or path that is not as described.
 *
 * @param field its name; members of members are joined by dots, list positions count from 0: {@code tags.2}
 * @param message what is wrong, for people; never quotes the value
 * @param type what is wrong, for programs, named as the earlier back end did ({@code any.required}, {@code string.min})
 */
public record FieldError(String field, String message, String type) {
    /**
     * @param field the member
     * @param complaint what is wrong with it, as a sentence without its subject: {@code is required}
     * @param type the machine-readable kind
     * @return the error with the full sentence
     */
    public static FieldError of(String field, String complaint, String type) {
        return new FieldError(field, '"' + field + "\" " + complaint, type);
    }
}
