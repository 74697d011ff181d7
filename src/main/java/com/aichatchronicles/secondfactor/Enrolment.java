package com.aichatchronicles.secondfactor;

/**
 * What an authenticator needs to make codes.
 *
 * @param secret in Base32, to be typed
 * @param uri the same with all else, as the QR code holds it ({@code otpauth:})
 */
public record Enrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "Enrolment[]"; // the secret must not reach a log
    }
}
