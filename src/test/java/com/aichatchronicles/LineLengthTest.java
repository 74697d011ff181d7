package com.aichatchronicles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the formatter leaves alone: comments, text blocks and long literals. */
class LineLengthTest {
    private static final int LONGEST = 120;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java", "bench/jmh"})
    void noLineIsLongerThan120Characters(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources).isNotEmpty();
            assertThat(sources.stream().flatMap(LineLengthTest::tooLong)).isEmpty();
        }
    }

    private static Stream<String> tooLong(Path source) {
        try {
            List<String> lines = Files.readAllLines(source);
            return IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).codePoints().count() > LONGEST)
                    .mapToObj(i -> source + ":" + (i + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
