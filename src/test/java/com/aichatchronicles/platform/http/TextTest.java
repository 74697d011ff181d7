package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {" ", "\n\t", "\u00a0\u2003", "\u200b", "\ufeff \u200d", "\u0001"})
    void whatCannotBeSeenIsNotWritten(String text) {
        assertThat(text).doesNotMatch(Text.WRITTEN);
        assertThat(text).doesNotMatch(Text.NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                " a ",
                "\u200ba",
                "\ud83d\ude00",
                "\ud83d\udc68\u200d\ud83d\udcbb",
                "\u6f22",
                "\u0645\u06cc\u200c\u062e"
            })
    void oneSignIsEnough(String text) {
        assertThat(text).matches(Text.WRITTEN);
        assertThat(text).matches(Text.NAME);
    }
}
