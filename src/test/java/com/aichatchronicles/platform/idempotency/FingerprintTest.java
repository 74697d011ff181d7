package com.aichatchronicles.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void methodPathAndEveryByteOfTheBodyCount() throws IOException {
        byte[] first = of("POST", "/things", "{}");

        assertThat(first).hasSize(32).isEqualTo(of("POST", "/things", "{}"));
        assertThat(of("PATCH", "/things", "{}")).isNotEqualTo(first);
        assertThat(of("POST", "/other", "{}")).isNotEqualTo(first);
        assertThat(of("POST", "/things", "{ }")).isNotEqualTo(first);
        assertThat(of("POST", "/things", "")).isNotEqualTo(first);
    }

    private static byte[] of(String method, String path, String body) throws IOException {
        Fingerprint fingerprint = new Fingerprint(method, path);
        fingerprint
                .watch(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .readAllBytes();
        return fingerprint.finish();
    }
}
