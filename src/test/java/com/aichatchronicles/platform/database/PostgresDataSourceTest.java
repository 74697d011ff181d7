package com.aichatchronicles.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDataSourceTest {
    private static final String ADDRESS = "postgresql://ann:secret@db.example.org:6543/chronicles";

    @AfterEach
    void forgetTheAddress() {
        System.clearProperty("DATABASE_URL");
        System.clearProperty("DATABASE_URL_FILE");
    }

    @Test
    void theAddressIsPassedToTheDriver() {
        PostgresDataSource source = new PostgresDataSource(DatabaseAddress.parse(ADDRESS));

        assertThat(source.getServerNames()).containsExactly("db.example.org");
        assertThat(source.getPortNumbers()).containsExactly(6543);
        assertThat(source.getDatabaseName()).isEqualTo("chronicles");
        assertThat(source.getUser()).isEqualTo("ann");
        assertThat(source.getPassword()).isEqualTo("secret");
    }

    @Test
    void aPropertyNamesTheAddress() {
        System.setProperty("DATABASE_URL", ADDRESS);

        assertThat(new PostgresDataSource().getDatabaseName()).isEqualTo("chronicles");
    }

    @Test
    void aFileHoldsTheAddress(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("address"), ADDRESS + "\n");
        System.setProperty("DATABASE_URL_FILE", file.toString());

        assertThat(new PostgresDataSource().getUser()).isEqualTo("ann");
    }

    @Test
    void anUnreadableFileIsNamed(@TempDir Path folder) {
        System.setProperty("DATABASE_URL_FILE", folder.resolve("absent").toString());

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(PostgresDataSource::new)
                .withMessageStartingWith("DATABASE_URL_FILE");
    }

    @Test
    void aMissingAddressIsRefused() {
        System.setProperty("DATABASE_URL", " ");

        assertThatIllegalArgumentException().isThrownBy(PostgresDataSource::new);
    }

    @Test
    void serverErrorsDoNotCarryTheCallersData() {
        assertThat(new PostgresDataSource(DatabaseAddress.parse(ADDRESS)).getLogServerErrorDetail())
                .isFalse();
    }
}
