package com.aichatchronicles.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepresentationTest {
    private final Representation page = Representation.of("text/html", "no-cache", "<p>".getBytes(UTF_8));

    @Test
    void theTagFollowsTheBody() {
        assertThat(page.etag()).matches("\"[\\w-]{22}\"");
        assertThat(Representation.of("text/html", "no-cache", "<p>".getBytes(UTF_8))
                        .etag())
                .isEqualTo(page.etag());
        assertThat(Representation.of("text/html", "no-cache", "<b>".getBytes(UTF_8))
                        .etag())
                .isNotEqualTo(page.etag());
    }

    @Test
    void aCallerWhoHasItIsKnownByItsTag() {
        assertThat(page.isKnown(page.etag())).isTrue();
        assertThat(page.isKnown("\"other\", W/" + page.etag())).isTrue();
        assertThat(page.isKnown("*")).isTrue();
    }

    @Test
    void aCallerWithoutItGetsIt() {
        assertThat(page.isKnown(null)).isFalse();
        assertThat(page.isKnown("\"other\"")).isFalse();
    }
}
