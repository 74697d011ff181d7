package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxFilterTest {
    @Test
    void whatBrowsersLeaveAsItIsGetsEncoded() {
        assertThat(SyntaxFilter.encoded("a=b|c&d={e}&f=%7C+g h")).isEqualTo("a=b%7Cc&d=%7Be%7D&f=%7C+g%20h");
        assertThat(SyntaxFilter.encoded(null)).isNull();
    }

    @Test
    void anAddressInUtf8Passes() {
        assertThat(SyntaxFilter.isAddress("/category/%E5%93%B2", "q=%00&r=%E5%93%B2"))
                .isTrue();
        assertThat(SyntaxFilter.isAddress("//a", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%", "/a|b", "/%c0%af", "/%ff", "/a b"})
    void aMalformedPathIsStopped(String path) {
        assertThat(SyntaxFilter.isAddress(path, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "q=%", "%4"})
    void aMalformedQueryIsStopped(String query) {
        assertThat(SyntaxFilter.isAddress("/", SyntaxFilter.encoded(query))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "*/*", "text/html, application/json;q=0.9", "a/b; q=1.0; c=d", "application/json;q=.5"})
    void rangesOfMediaTypesPass(String accept) {
        assertThat(SyntaxFilter.areRanges(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "a/", "a/b/c", "a/b;q=x", "a/b,;q=1", "a b"})
    void whatIsNoRangeIsStopped(String accept) {
        assertThat(SyntaxFilter.areRanges(accept)).isFalse();
    }

    @Test
    void aVeryLongListOfRangesNeedsNoDeepStack() {
        assertThat(SyntaxFilter.areRanges("a/b,".repeat(20_000) + "*/*")).isTrue();
    }
}
