package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
    private static final int MOST_WORDS = 30;

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    private static String html(String query, String content) {
        return new Highlighter(query).html("A title", content);
    }

    @Test
    void aShortTextIsShownAsAWhole() {
        assertThat(html("'fox'", "Two **foxes** & a hen")).isEqualTo("Two <mark>foxes</mark> &amp; a hen");
    }

    @Test
    void aPassageHasThirtyWordsAroundItsHit() {
        String html = html("'fox'", words(50) + " fox " + words(50));

        assertThat(html.split(" ")).hasSize(MOST_WORDS).contains("<mark>fox</mark>");
        assertThat(html).startsWith("w36 ").endsWith(" w14");
    }

    @Test
    void nearAnEndTheOtherSideHasMore() {
        assertThat(html("'fox'", "fox " + words(50)).split(" ")).hasSize(MOST_WORDS);
        assertThat(html("'fox'", words(50) + " fox").split(" ")).hasSize(MOST_WORDS);
    }

    @Test
    void thePassageWithMostDifferentWordsIsChosen() {
        String html = html("'fox' & 'hen'", "fox fox fox " + words(60) + " a fox and a hen " + words(60) + " hen");

        assertThat(html).contains("a <mark>fox</mark> and a <mark>hen</mark>");
        assertThat(html).startsWith("<mark>fox</mark> <mark>fox</mark> <mark>fox</mark>");
        assertThat(html.split(" \\.\\.\\. ")).hasSize(2);
    }

    @Test
    void aSecondPassagePrefersWordsThatTheFirstHasNot() {
        String html = html("'fox' & 'hen'", "fox fox " + words(60) + " fox " + words(60) + " hen " + words(60));

        assertThat(html).startsWith("<mark>fox</mark> <mark>fox</mark> w0").contains(" ... ", "<mark>hen</mark>");
    }

    @Test
    void passagesHaveNoWordInCommon() {
        String html = html("'fox' & 'hen'", "fox " + words(32) + " hen x");

        assertThat(html).startsWith("<mark>fox</mark> w0").endsWith("<mark>hen</mark> x");
        assertThat(html.split("w28\\b")).hasSize(2);
    }

    @Test
    void aTextWithoutHitsGivesItsBeginning() {
        assertThat(html("'fox'", "one two, three. " + words(50))).isEqualTo("one two, three. w0 w1 w2 w3 w4 w5 w6");
        assertThat(html("'fox'", "Short!")).isEqualTo("Short!");
        assertThat(html("'fox'", "")).isEmpty();
    }

    @Test
    void theTitleIsShownWhereOnlyItHasHits() {
        assertThat(new Highlighter("'fox'").html("On **foxes** and <foxes>", "no such animal"))
                .isEqualTo("On <mark>foxes</mark> and &lt;<mark>foxes</mark>&gt;");
    }

    @Test
    void aTextCannotBringMarks() {
        assertThat(html("'fox'", "\uE000not\uE001 a fo\uE000x <mark>x</mark> y"))
                .isEqualTo("not a <mark>fox</mark> &lt;mark&gt;x&lt;/mark&gt; y");
    }

    @Test
    void noCharacterIsCutInTwo() {
        String html = html("'fox'", "x" + "😀".repeat(60_000));

        assertThat(html.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                .isEmpty();
        assertThat(html).hasSizeLessThanOrEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ab ",
                "a.b.",
                "-4",
                "😀",
                "\uD800",
                "人",
                "<",
                " ",
                "\u0001\u0301\u200d",
                "a\u0301",
                "\uE000",
                "a "
            })
    void hugeTextsOfOneThingAreQuick(String thing) {
        String text = thing.repeat(1_000_000 / thing.length());
        String html = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> html("'a':* | 'ab' | '-4' | 'a.b.a.b.c' | '人' | '\u0301'", text));

        assertThat(html.replaceAll("</?mark>", "").replace("&lt;", "<")).hasSizeLessThanOrEqualTo(1_205);
    }
}
