package com.aichatchronicles.platform.idempotency;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What tells one request from another under the same key: SHA-256 of method, path and the bytes of the body. */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint(String method, String path) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        digest.update((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /** @return the body, which counts as far as it is read */
    InputStream watch(InputStream body) {
        return new DigestInputStream(body, digest);
    }

    /** @return the 32 bytes, to be asked for once, after the body was read */
    byte[] finish() {
        return digest.digest();
    }
}
