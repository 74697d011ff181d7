package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {
    @TempDir
    Path folder;

    private void write(int lines, int mostFiles) throws IOException {
        try (RotatingFile file = new RotatingFile(folder.resolve("logs/access.log"), 10, mostFiles)) {
            for (int i = 0; i < lines; i++) {
                file.write(ByteBuffer.wrap(("line" + i + "\n").getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("logs").resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theNewestLinesAreInTheFileItself() throws IOException {
        write(3, 5);

        assertThat(names()).containsExactly("access.1.log", "access.2.log", "access.log");
        assertThat(text("access.log")).isEqualTo("line2\n");
        assertThat(text("access.2.log")).isEqualTo("line0\n");
    }

    @Test
    void theOldestFileIsGivenUp() throws IOException {
        write(9, 3);

        assertThat(names()).containsExactly("access.1.log", "access.2.log", "access.log");
        assertThat(text("access.2.log")).isEqualTo("line6\n");
    }

    @Test
    void aStartGoesOnWithTheFileThatIsThere() throws IOException {
        write(1, 3);
        write(1, 3);

        assertThat(text("access.1.log") + text("access.log")).isEqualTo("line0\nline0\n");
    }

    @Test
    void moreThanAFileHoldsIsNotCut() throws IOException {
        try (RotatingFile file = new RotatingFile(folder.resolve("logs/access.log"), 10, 3)) {
            file.write(ByteBuffer.wrap("longer than ten\n".getBytes(StandardCharsets.US_ASCII)));
        }

        assertThat(text("access.log")).isEqualTo("longer than ten\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsTriedAgain() throws IOException {
        Files.writeString(folder.resolve("logs"), "in the way");
        ByteBuffer line = ByteBuffer.wrap("line\n".getBytes(StandardCharsets.US_ASCII));
        try (RotatingFile file = new RotatingFile(folder.resolve("logs/access.log"), 10, 3)) {
            assertThatThrownBy(() -> file.write(line)).isInstanceOf(IOException.class);
            Files.delete(folder.resolve("logs"));
            file.write(line);
        }

        assertThat(text("access.log")).isEqualTo("line\n");
    }
}
