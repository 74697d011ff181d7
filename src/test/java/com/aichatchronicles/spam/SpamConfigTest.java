package com.aichatchronicles.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpamConfigTest {
    @ParameterizedTest
    @CsvSource({"NEW_ACCOUNT_AGE,P1D", "NEW_ACCOUNT_LINKS,5", "NEW_ACCOUNT_POSTS,100", "SAME_TEXT_WINDOW,P1D"})
    void theDefaultsAreThoseThatAreDocumented(String name, String value) {
        assertThat(Settings.defaults().values()).containsEntry(name, value);
    }
}
