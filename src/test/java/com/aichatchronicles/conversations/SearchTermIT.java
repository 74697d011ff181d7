package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class SearchTermIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Answer search(String term) {
        return Api.anonymous().get(Sample.PATH + "/search?q=" + Sample.encoded(term));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "-",
                "--",
                "|",
                "&",
                "!",
                "(",
                ")",
                "()",
                "<->",
                ":*",
                "*",
                "\\",
                "'",
                "''",
                "or",
                "and",
                "not",
                "the",
                "\" - \"",
                "-\"a",
                "a:*b",
                "a & | b",
                "%",
                "_",
                "<script>",
                "...",
                "😀",
                "\u200b",
                "a\"b\"c\"",
                "'); DROP TABLE public.conversations; --",
                "{a,b}",
                "a\\'b",
                "哲\"学",
                "-哲学",
                "\"哲",
                "?",
                "??",
                "$1",
                ":name"
            })
    void noTermMakesASearchFail(String term) {
        Answer answer = search(term);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().getString("searchTerm")).isEqualTo(term.strip());
        assertThat(Api.anonymous()
                        .get(Sample.PATH + "?search=" + Sample.encoded(term))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTermHasTwoHundredCharactersAtMost() {
        assertThat(search("x".repeat(200)).status()).isEqualTo(200);
        assertThat(search("哲".repeat(200)).status()).isEqualTo(200);
        assertThat(search("a ".repeat(99)).status()).isEqualTo(200);
        assertRefused(
                search("x".repeat(201)),
                ErrorCode.QUERY_VALIDATION_ERROR,
                FieldError.of("q", "length must be less than or equal to 200 characters long", "string.max"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/search?q=", "/search?q=%20%20", "/search?search=x", "/search?q=%09"})
    void aSearchNeedsATerm(String path) {
        assertRefused(Api.anonymous().get(Sample.PATH + path), ErrorCode.MISSING_SEARCH_TERM);
    }
}
