package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void aShortTextIsItsOwnExcerpt() {
        assertThat(Digest.excerpt("  Hello,\n\n  world ")).isEqualTo("Hello, world");
    }

    @Test
    void signsOfMarkdownAreLeftOut() {
        assertThat(Digest.excerpt("# Title\n**bold** and `code`\n> quote | cell ~~gone~~"))
                .isEqualTo("Title bold and code quote cell gone");
    }

    @Test
    void aLongTextIsCutBetweenWords() {
        String excerpt = Digest.excerpt("word ".repeat(100));

        assertThat(excerpt).hasSizeBetween(290, 300).endsWith("word…");
    }

    @Test
    void aTextWithoutSpacesIsCutAt300() {
        assertThat(Digest.excerpt("x".repeat(1000))).hasSize(300).endsWith("x…");
        assertThat(Digest.excerpt("short " + "x".repeat(1000))).hasSize(300).endsWith("x…");
    }

    @Test
    void noSignIsCutInHalf() {
        assertThat(Digest.excerpt("x" + "🙂".repeat(500)))
                .hasSizeBetween(299, 300)
                .endsWith("🙂…");
        assertThat(Digest.excerpt("🙂".repeat(500))).hasSizeBetween(299, 300).endsWith("🙂…");
        assertThat(Digest.excerpt("x" + " ".repeat(1998) + "🙂")).isEqualTo("x");
    }

    @Test
    void anExcerptIsKnownByWhatItRepeats() {
        String content = "On **foxes**, and how they run where they like. ".repeat(20);

        assertThat(Digest.isExcerpt(Digest.excerpt(content), content)).isTrue();
        assertThat(Digest.isExcerpt(content.substring(0, 150) + "...", content)).isTrue();
        assertThat(Digest.isExcerpt(content.substring(0, 150) + "…", content)).isTrue();
        assertThat(Digest.isExcerpt(null, content)).isTrue();
        assertThat(Digest.isExcerpt("They run where they like.", content)).isFalse();
    }

    @Test
    void aMinuteIsTwoHundredWords() {
        assertThat(ReadingTime.minutes("word ".repeat(200))).isEqualTo(1);
        assertThat(ReadingTime.minutes("word ".repeat(201))).isEqualTo(2);
        assertThat(ReadingTime.minutes("字".repeat(800))).isEqualTo(2);
    }

    @Test
    void readingTakesBetweenOneMinuteAndAnHour() {
        assertThat(ReadingTime.minutes("")).isEqualTo(1);
        assertThat(ReadingTime.minutes("word ".repeat(100_000))).isEqualTo(60);
    }
}
