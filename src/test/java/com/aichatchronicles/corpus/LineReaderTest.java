package com.aichatchronicles.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesAreNumberedFromOne() throws Exception {
        List<CorpusLine> lines = all(reader("a\nb\n\nc".getBytes(UTF_8)));

        assertThat(lines).extracting(CorpusLine::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines.get(3).text()).isEqualTo("c");
        assertThat(lines).extracting(CorpusLine::isBlank).containsExactly(false, false, true, false);
    }

    @Test
    void anEmptyCorpusHasNoLine() throws IOException {
        assertThat(all(reader(new byte[0]))).isEmpty();
    }

    @Test
    void gzipIsRecognisedByItsFirstBytes() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("one\ntwo\n".getBytes(UTF_8));
        }

        List<CorpusLine> lines = all(reader(packed.toByteArray()));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).text()).isEqualTo("two");
    }

    @Test
    void theByteOrderMarkIsNoText() throws Exception {
        assertThat(all(reader("\uFEFF{}".getBytes(UTF_8))).get(0).text()).isEqualTo("{}");
    }

    @Test
    void aLineOverTheLimitIsPassedOverButCounted() throws Exception {
        byte[] corpus = ("short\n" + "x".repeat(200_000) + "\nlast").getBytes(UTF_8);

        List<CorpusLine> lines = all(new LineReader(new ByteArrayInputStream(corpus), 100_000));

        assertThat(lines).hasSize(3);
        assertThatThrownBy(() -> lines.get(1).text())
                .isInstanceOf(BrokenLineException.class)
                .hasMessage("longer than 20 MB");
        assertThat(lines.get(2).text()).isEqualTo("last");
    }

    @Test
    void aLineInAnotherEncodingIsBroken() throws IOException {
        CorpusLine line = all(reader(new byte[] {'"', (byte) 0xe9, '"', '\n'})).get(0);

        assertThatThrownBy(line::text).isInstanceOf(BrokenLineException.class).hasMessage("not UTF-8");
    }

    private static LineReader reader(byte[] corpus) throws IOException {
        return LineReader.of(new ByteArrayInputStream(corpus));
    }

    private static List<CorpusLine> all(LineReader reader) throws IOException {
        List<CorpusLine> lines = new ArrayList<>();
        for (Optional<CorpusLine> line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
