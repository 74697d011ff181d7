package com.aichatchronicles.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceAccountsTest {

    @Test
    void aUsernameIsLettersAndDigitsOfTheSource() {
        assertThat(SourceAccounts.username("lm-sys/FastChat")).isEqualTo("lmsysFastChat");
    }

    @Test
    void aUsernameHasThreeToThirtyCharacters() {
        assertThat(SourceAccounts.username("公开")).matches("corpus[0-9a-f]{8}");
        assertThat(SourceAccounts.username("the very long name of a source, number 1"))
                .hasSize(30)
                .matches("[A-Za-z0-9]+")
                .isNotEqualTo(SourceAccounts.username("the very long name of a source, number 2"));
    }

    @Test
    void theAddressCanReceiveNoMail() {
        assertThat(SourceAccounts.email("lm-sys/FastChat")).matches("corpus-[0-9a-f]{8}@import\\.invalid");
    }
}
