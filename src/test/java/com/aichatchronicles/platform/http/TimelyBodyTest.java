package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelyBodyTest {
    private final AtomicLong clock = new AtomicLong(42);
    private final InputStream body = new TimelyBody(new ByteArrayInputStream(new byte[100]), clock::get);

    @Test
    void aBodyThatArrivesWithinAMinuteIsReadWhole() throws IOException {
        assertThat(body.readNBytes(50)).hasSize(50);
        clock.addAndGet(TimelyBody.LIMIT.toNanos());
        assertThat(body.read()).isZero();
        assertThat(body.readAllBytes()).hasSize(49);
    }

    @Test
    void aBodyThatTakesLongerIsGivenUp() throws IOException {
        assertThat(body.readNBytes(50)).hasSize(50);
        clock.addAndGet(TimelyBody.LIMIT.toNanos() + 1);

        assertThatThrownBy(() -> body.readNBytes(1)).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(body::read).isInstanceOf(SocketTimeoutException.class);
    }
}
