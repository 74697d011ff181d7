package com.aichatchronicles.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that only its holder knows: 256 random bits in base64url. The server keeps the SHA-256 of it, which is
 * enough for a value that can't be guessed.
 */
public final class OpaqueToken {
    private static final SecureRandom RANDOM = new SecureRandom();

    private OpaqueToken() {}

    /** @return a new one */
    public static String next() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return encode(bits);
    }

    /** @return what the server keeps of it */
    public static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return encode(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
