package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermTest {
    @Test
    void aTermOfLettersStaysAsItIs() {
        assertThat(new SearchTerm("free will -fate \"two words\"").webSearch())
                .isEqualTo("free will -fate \"two words\"");
    }

    @Test
    void aRunOfIdeographsIsAPhrase() {
        assertThat(new SearchTerm("人工智能 ethics").webSearch()).isEqualTo(" \"人 工 智 能\"  ethics");
    }

    @Test
    void aRunWithinAPhraseStaysInIt() {
        assertThat(new SearchTerm("\"人工 ethics\"").webSearch()).isEqualTo("\" 人 工  ethics\"");
    }

    @Test
    void wordsAreLettersAndDigits() {
        assertThat(new SearchTerm("it's -free (will) & | ! :* gpt4 日本").words())
                .containsExactly("it", "s", "free", "will", "gpt4", "日", "本");
        assertThat(new SearchTerm("!?").words()).isEmpty();
    }

    @Test
    void wordsAreAtMostEight() {
        assertThat(new SearchTerm("a b c d e f g h i j").words()).hasSize(8);
    }
}
