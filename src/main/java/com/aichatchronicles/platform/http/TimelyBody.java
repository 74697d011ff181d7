package com.aichatchronicles.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that has to arrive as a whole within a minute. The server's own time-out begins anew with each piece, so that
 * a client who sends a little now and then could keep a thread for hours.
 */
final class TimelyBody extends FilterInputStream {
    static final Duration LIMIT = Duration.ofMinutes(1);

    private final LongSupplier nanoseconds;
    private final long start;

    /**
     * @param body as the server receives it
     * @param nanoseconds as {@link System#nanoTime}
     */
    TimelyBody(InputStream body, LongSupplier nanoseconds) {
        super(body);
        this.nanoseconds = nanoseconds;
        this.start = nanoseconds.getAsLong();
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        requireTime();
        return super.read(buffer, offset, length);
    }

    private void requireTime() throws SocketTimeoutException {
        if (nanoseconds.getAsLong() - start > LIMIT.toNanos()) {
            throw new SocketTimeoutException("The body took longer than " + LIMIT);
        }
    }
}
