package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "gzip, deflate, br",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "*",
                "gzip;q=0.001",
                "deflate, *;q=0.5",
                "gzip;q=1, *;q=0",
                "gzip ; q=0.5"
            })
    void gzipIsWelcome(String header) {
        assertThat(AcceptEncoding.allowsGzip(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "identity",
                "br, deflate",
                "gzip;q=0",
                "gzip; q=0.000",
                "gzip;Q=0.0",
                "*;q=0",
                "gzip;q=0, *",
                "gzippy"
            })
    void gzipIsNotWelcome(String header) {
        assertThat(AcceptEncoding.allowsGzip(header)).isFalse();
    }
}
