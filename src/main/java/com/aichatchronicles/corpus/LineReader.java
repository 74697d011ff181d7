package com.aichatchronicles.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Splits a corpus into lines and never holds more of a line in memory than the limit. */
final class LineReader {
    private static final int LONGEST = 20_000_000;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long number;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean overflow;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * Starts to read a corpus, plain or compressed with gzip. Which of the two it is shows in its first bytes, not in
     * its name.
     */
    static LineReader of(InputStream corpus) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(corpus, BUFFER);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b; // RFC 1952, section 2.3.1
        bytes.reset();
        return new LineReader(gzip ? new GZIPInputStream(bytes, BUFFER) : bytes, LONGEST);
    }

    /** Returns the next line, or nothing at the end of the corpus. */
    Optional<CorpusLine> next() throws IOException {
        line.reset();
        overflow = false;
        boolean found = false;
        boolean ended = false;
        while (!ended && (position < filled || fill())) {
            found = true;
            int end = endOfLine();
            collect(end);
            ended = end < filled;
            position = ended ? end + 1 : end;
        }
        return found ? Optional.of(new CorpusLine(++number, overflow ? null : line.toByteArray())) : Optional.empty();
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void collect(int end) {
        if (line.size() + end - position > limit) {
            overflow = true;
            line.reset();
        }
        if (!overflow) {
            line.write(buffer, position, end - position);
        }
    }
}
