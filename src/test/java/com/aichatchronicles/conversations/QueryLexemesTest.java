package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.conversations.QueryLexemes.Lexeme;
import org.junit.jupiter.api.Test;

class QueryLexemesTest {
    @Test
    void everyOperandIsALexeme() {
        assertThat(QueryLexemes.of("'free' & 'will' | ( 'fate' <2> '人' )"))
                .extracting(Lexeme::text)
                .containsExactly("free", "will", "fate", "人");
    }

    @Test
    void eachIsGivenOnce() {
        assertThat(QueryLexemes.of("'c' & 'c'")).containsExactly(new Lexeme("c", false));
    }

    @Test
    void aStarMakesAPrefix() {
        assertThat(QueryLexemes.of("'conver':* | 'fox':A & 'hen':*BD"))
                .containsExactly(new Lexeme("conver", true), new Lexeme("fox", false), new Lexeme("hen", true));
    }

    @Test
    void quotesAndBackslashesAreDoubled() {
        assertThat(QueryLexemes.of("'a''b' & 'c\\\\d' & 'e!(f'''"))
                .extracting(Lexeme::text)
                .containsExactly("a'b", "c\\d", "e!(f'");
    }

    @Test
    void whatATextMustNotHaveIsNone() {
        assertThat(QueryLexemes.of("'a' & !'b' & !( 'c' | ( 'd' <-> 'e' ) & 'f' ) & ( 'g' | !'h':* ) & 'i'"))
                .extracting(Lexeme::text)
                .containsExactly("a", "g", "i");
    }

    @Test
    void anEmptyQueryHasNone() {
        assertThat(QueryLexemes.of("")).isEmpty();
        assertThat(QueryLexemes.of("'unfinished")).containsExactly(new Lexeme("unfinished", false));
    }
}
