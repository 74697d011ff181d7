package com.aichatchronicles.secondfactor;

import com.bastiaanjansen.otp.HOTPGenerator;
import com.bastiaanjansen.otp.SecretGenerator;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Time-based one-time passwords as every authenticator makes them: six digits, half a minute, HMAC-SHA-1 (RFC 6238).
 * The clock of a telephone may be off by one step.
 */
final class Totp {
    static final String ISSUER = "AI Chat Chronicles";
    private static final int STEP_SECONDS = 30;
    private static final int SECRET_BITS = 160; // RFC 4226, section 4, R6

    private Totp() {}

    /** @return a new secret in Base32 */
    static String newSecret() {
        return new String(SecretGenerator.generate(SECRET_BITS), StandardCharsets.US_ASCII);
    }

    /** @return what an authenticator reads from a QR code */
    static URI uri(String secret, String email) {
        try {
            URI uri = TOTPGenerator.withDefaultValues(bytes(secret)).getURI(ISSUER, email);
            return URI.create(uri.toString().replace("+", "%20")); // a plus is a plus to authenticators, not a blank
        } catch (URISyntaxException e) {
            throw new IllegalStateException("An address that can't stand in a URI", e);
        }
    }

    /** @return the time step whose code it is, empty if it is none of now */
    static OptionalLong step(String secret, String code, Instant now) {
        HOTPGenerator codes = HOTPGenerator.withDefaultValues(bytes(secret));
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> MessageDigest.isEqual(bytes(codes.generate(step)), bytes(code)))
                .findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
