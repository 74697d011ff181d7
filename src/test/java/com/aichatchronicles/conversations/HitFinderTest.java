package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitFinderTest {
    private static List<String> hits(String query, String text) {
        return new HitFinder(QueryLexemes.of(query))
                .in(text).stream()
                        .map(hit -> text.substring(hit.start(), hit.end()))
                        .toList();
    }

    @Test
    void everyFormOfAWordIsAHit() {
        assertThat(hits("'convers' | 'run'", "Conversations, (conversation) RUNNING; runs converse runner"))
                .containsExactly("Conversations", "conversation", "RUNNING", "runs", "converse");
    }

    @Test
    void aPrefixIsEnoughWhereItIsAskedFor() {
        assertThat(hits("'conv':*", "convention, reconvene, conversing")).containsExactly("convention", "conversing");
        assertThat(hits("'conv'", "convention")).isEmpty();
    }

    @Test
    void stopWordsAreNoHits() {
        assertThat(hits("'th':* | 'will'", "The will of those who think")).containsExactly("think");
    }

    @Test
    void aWordWithDigitsHasNoStem() {
        assertThat(hits("'gpt4' | 'h2s'", "GPT4, gpt42, H2S and h2")).containsExactly("GPT4", "H2S");
    }

    @Test
    void accentsBelongToTheWord() {
        assertThat(hits("'café' | 'naïv'", "Un CAFÉ naïve, cafe")).containsExactly("CAFÉ", "naïve");
        assertThat(hits("'cafe\u0301'", "a cafe\u0301.")).containsExactly("cafe\u0301");
    }

    @Test
    void chineseCharactersAreWordsOfTheirOwn() {
        assertThat(hits("'麒' <-> '麟'", "关于鸞鳳麒麟的AI关系")).containsExactly("麒", "麟");
        assertThat(hits("'ai'", "关于AI的")).containsExactly("AI");
    }

    @Test
    void partsOfAHyphenatedWordAreHits() {
        assertThat(hits("'free-stand' <-> 'free' <-> 'stand'", "A Free-Standing house"))
                .containsExactly("Free", "Standing");
    }

    @ParameterizedTest
    @CsvSource({
        "3.14, 'Pi is 3.14, not 3.141', 3.14",
        "a@b.com, write to A@B.com now, A@B.com",
        "www.example.com, see https://www.Example.com/x, www.Example.com",
        "/usr/lib, in /usr/lib and usr/lib, /usr/lib",
        "-4, GPT-4 or 4, -4",
        "v1.2.3, 'tag v1.2.3.', v1.2.3"
    })
    void aLexemeThatIsMoreThanAWordIsFound(String lexeme, String text, String hit) {
        assertThat(hits("'" + lexeme + "'", text)).containsExactly(hit);
    }

    @Test
    void theLongestOfThemWins() {
        assertThat(hits("'example.com' & 'example.com/a'", "at example.com/a, example.com"))
                .containsExactly("example.com/a", "example.com");
    }

    @Test
    void aDoubledEndMayBelongToTheStem() {
        assertThat(hits("'add'", "added, adding, adds and ads")).containsExactly("added", "adding", "adds");
    }

    @Test
    void lettersAreComparedOneByOne() {
        assertThat(hits("'οδοσ'", "ΟΔΟΣ")).containsExactly("ΟΔΟΣ");
    }
}
