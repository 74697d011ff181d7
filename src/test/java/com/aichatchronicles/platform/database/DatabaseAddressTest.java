package com.aichatchronicles.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @Test
    void partsAreSplit() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ann:secret@db.example.org:6543/chronicles");

        assertThat(address)
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db.example.org:6543/chronicles", "ann", "secret"));
    }

    @Test
    void theUsualPortIsTheDefault() {
        DatabaseAddress address = DatabaseAddress.parse("postgres://ann@db.example.org/chronicles");

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.org:5432/chronicles");
    }

    @Test
    void userAndPasswordMayBeAbsent() {
        assertThat(DatabaseAddress.parse("postgresql://localhost/chronicles"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://localhost:5432/chronicles", null, null));
        assertThat(DatabaseAddress.parse("postgresql://ann@localhost/chronicles")
                        .password())
                .isNull();
    }

    @Test
    void optionsReachTheDriver() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://localhost/chronicles?sslmode=require&a=b");

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/chronicles?sslmode=require&a=b");
    }

    @Test
    void specialCharactersAreDecoded() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://an%40n:p%3Aa%2Fs+s:%25@localhost/chronicles");

        assertThat(address.user()).isEqualTo("an@n");
        assertThat(address.password()).isEqualTo("p:a/s+s:%");
    }

    @Test
    void anIpv6HostKeepsItsBrackets() {
        assertThat(DatabaseAddress.parse("postgresql://[::1]:6543/chronicles").jdbcUrl())
                .isEqualTo("jdbc:postgresql://[::1]:6543/chronicles");
    }

    @Test
    void surroundingSpaceIsIgnored() {
        assertThat(DatabaseAddress.parse(" postgresql://localhost/chronicles\n").jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost:5432/chronicles");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aMissingAddressIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse(text))
                .withMessageStartingWith("DATABASE_URL is not set.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://localhost/chronicles",
                "jdbc:postgresql://localhost/chronicles",
                "postgresql:///chronicles",
                "postgresql://localhost",
                "postgresql://localhost/",
                "localhost/chronicles"
            })
    void anotherShapeIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse(text))
                .withMessageStartingWith("DATABASE_URL must look like postgresql://");
    }

    @Test
    void aRefusalNeverQuotesThePassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse("postgresql://ann:s3<ret@localhost/chronicles"))
                .withMessageNotContaining("s3")
                .withNoCause();
    }

    @Test
    void thePasswordStaysOutOfLogs() {
        assertThat(DatabaseAddress.parse("postgresql://ann:secret@localhost/chronicles"))
                .asString()
                .doesNotContain("secret");
    }
}
