package com.aichatchronicles.signon.protocol;

/**
 * What a browser brings back from a provider, each as it came or null.
 *
 * @param code to be exchanged for tokens
 * @param state of the journey
 * @param error why there is no code (RFC 6749, section 4.1.2.1)
 * @param issuer who answers (RFC 9207)
 */
public record Callback(String code, String state, String error, String issuer) {
    @Override
    public String toString() {
        return "Callback[]"; // the code must not reach a log
    }
}
