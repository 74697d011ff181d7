package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedFileSourceTest {
    @TempDir
    Path folder;

    @Test
    void aFileHoldsTheValue() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "  s3cret\n");
        MountedFileSource source = new MountedFileSource(Map.of("SMTP_PASS_FILE", file.toString(), "PORT", "1"));

        assertThat(source.getPropertyNames()).containsExactly("SMTP_PASS");
        assertThat(source.getValue("SMTP_PASS")).isEqualTo("s3cret");
        assertThat(source.getValue("PORT")).isNull();
        assertThat(source.getValue("SMTP_PASS_FILE")).isNull();
    }

    @Test
    void aFileIsReadOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "first");
        MountedFileSource source = new MountedFileSource(Map.of("SMTP_PASS_FILE", file.toString()));
        source.getValue("SMTP_PASS");

        Files.writeString(file, "second");

        assertThat(source.getValue("SMTP_PASS")).isEqualTo("first");
    }

    @Test
    void aFileThatCannotBeReadIsNamedByItsSetting() {
        MountedFileSource source = new MountedFileSource(
                Map.of("SMTP_PASS_FILE", folder.resolve("nowhere").toString()));

        assertThatThrownBy(() -> source.getValue("SMTP_PASS"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("SMTP_PASS_FILE names a file that can't be read");
    }

    @Test
    void theSuffixAloneNamesNothing() {
        assertThat(new MountedFileSource(Map.of("_FILE", "x")).getPropertyNames())
                .isEmpty();
    }

    @Test
    void theEnvironmentItselfWins() {
        assertThat(new MountedFileSource().getOrdinal()).isBetween(101, 299);
    }
}
