package com.aichatchronicles.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLocationTest {
    @TempDir
    Path folder;

    @Test
    void theEnvironmentComesFirst() throws Exception {
        Map<String, String> environment = Map.of("DATABASE_URL", "postgresql://u:p@db:6543/there");

        assertThat(DatabaseLocation.find(environment, localRun("postgresql://u:p@localhost:5432/here"))
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://db:6543/there");
    }

    @Test
    void elseTheLocalRunSaysWhere() throws Exception {
        assertThat(DatabaseLocation.find(Map.of(), localRun("postgresql://u:p@localhost:5432/here\n"))
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost:5432/here");
    }

    @Test
    void withNeitherTheMessageTellsWhatToDo() {
        assertThatThrownBy(() -> DatabaseLocation.find(Map.of(), folder.resolve("none")))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("mvn -Prun")
                .hasMessageContaining("DATABASE_URL=postgresql://");
    }

    @Test
    void aStrangeAddressIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> DatabaseLocation.find(Map.of("DATABASE_URL", "mysql://u:secret@db/x"), folder))
                .isInstanceOf(LoadException.class)
                .hasMessageNotContaining("secret");
    }

    private Path localRun(String address) throws IOException {
        return Files.writeString(folder.resolve("database-url"), address);
    }
}
