package com.aichatchronicles.platform.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * One thing as the contract wraps it.
 *
 * @param success always true; failures have a shape of their own
 * @param data the thing, null where a write leaves nothing to show
 * @param message a sentence for people, on writes only
 */
@JsonbPropertyOrder({"success", "data", "message"})
public record Envelope<T>(boolean success, T data, String message) {
    /** @return what a read answers */
    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(true, data, null);
    }

    /** @return what a write answers */
    public static <T> Envelope<T> of(T data, String message) {
        return new Envelope<>(true, data, message);
    }

    /** @return what a write answers that leaves nothing to show */
    public static Envelope<Void> message(String message) {
        return new Envelope<>(true, null, message);
    }
}
