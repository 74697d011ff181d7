package com.aichatchronicles.spam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource({
        "'',0",
        "no link at all,0",
        "https://example.org,1",
        "HTTP://EXAMPLE.ORG,1",
        "www.example.org,1",
        "https://www.example.org,1",
        "(https://a.example) and http://b.example,2",
        "[a](https://a.example)[b](www.b.example),2",
        "awww. what a day,0",
        "https: is a scheme,0",
        "ftp://files.example/a,1",
        "https://a.example/?u=https://b.example,2"
    })
    void linksAreCounted(String text, int links) {
        assertThat(Links.count(text)).isEqualTo(links);
    }
}
