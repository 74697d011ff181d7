package com.aichatchronicles.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "application/*",
                "application/json, */*;q=0.1",
                "application/json, text/plain, */*",
                "text/html;q=0.8, application/json;q=0.9",
                "text/html;q=0, */*",
                "*/*, text/html;level=1;q=0.5",
                "application/json;profile=\"a,b;q=0\"",
                "application/json ; Q=1.000 , text/html ; q=0.999",
                "nonsense, application/json"
            })
    void jsonIsPreferred(String header) {
        assertThat(prefersJson(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json, text/html",
                "application/json;q=0.5, text/*;q=0.6",
                "application/json;q=0",
                "application/json;q=0, */*;q=0",
                "application/json;q=2",
                "application/json;q=high, text/html",
                "application/*;q=0.1, application/json;q=0, */*;q=0.1",
                "application/problem+json",
                "image/png",
                ",;,/,"
            })
    void thePageIsForEveryoneElse(String header) {
        assertThat(prefersJson(header)).isFalse();
    }

    private static boolean prefersJson(String header) {
        return AcceptHeader.parse(header).prefers("application/json", "text/html");
    }
}
