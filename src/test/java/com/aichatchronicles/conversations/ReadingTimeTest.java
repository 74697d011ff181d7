package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTimeTest {

    @Test
    void twoHundredWordsTakeAMinute() {
        assertThat(ReadingTime.minutes("word ".repeat(200))).isEqualTo(1);
        assertThat(ReadingTime.minutes("word ".repeat(201))).isEqualTo(2);
    }

    @Test
    void textWithoutSpacesIsCountedByCharacters() {
        assertThat(ReadingTime.minutes("学".repeat(2000))).isEqualTo(5);
    }

    @Test
    void koreanIsCountedByItsWords() {
        assertThat(ReadingTime.minutes("단어는 ".repeat(201))).isEqualTo(2);
    }

    @Test
    void itIsNeverUnderOneOrOverSixtyMinutes() {
        assertThat(ReadingTime.minutes("")).isEqualTo(1);
        assertThat(ReadingTime.minutes("word ".repeat(100_000))).isEqualTo(60);
    }
}
