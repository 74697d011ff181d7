package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.RawHttp;
import java.io.IOException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class RequestIdIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String NOTHING = "/api/v1/nothing";

    @ParameterizedTest
    @ValueSource(strings = {"a", "req-1", "01a20644-3e10-71c6-8925-34346603d082", "a.b_c~d:e+f/g=h"})
    void aSaneIdIsKept(String id) {
        Answer answer = Api.anonymous().with("X-Request-Id", id).get(NOTHING);

        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertThat(answer.body().getString("requestId")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "<script>", "a;b", "\"a\"", "a,b", "a\tb", "{{x}}", "%0d%0aSet-Cookie:x=1", "é"})
    void anOddIdIsReplaced(String id) throws IOException {
        assertReplaced(RawHttp.line("GET " + NOTHING + " HTTP/1.1", "X-Request-Id: " + id));
    }

    @Test
    void anIdHasSixtyFourCharactersAtMost() throws IOException {
        String longest = "x".repeat(64);

        assertThat(Api.anonymous().with("X-Request-Id", longest).get(NOTHING).header("X-Request-Id"))
                .isEqualTo(longest);
        assertReplaced(RawHttp.line("GET " + NOTHING + " HTTP/1.1", "X-Request-Id: " + longest + "x"));
    }

    @Test
    void nobodyWritesHeadersThroughTheId() throws IOException {
        RawHttp answer = RawHttp.line("GET " + NOTHING + " HTTP/1.1", "X-Request-Id: a\rSet-Cookie: x=1");

        assertThat(answer.has("Set-Cookie")).isFalse();
        assertThat(answer.status()).isBetween(400, 499);
    }

    private static void assertReplaced(RawHttp answer) {
        String id = Answer.json(answer.text()).getString("requestId");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(UUID.fromString(id).toString()).isEqualTo(id);
        assertThat(answer.headers()).contains("X-Request-Id: " + id);
    }

    @Test
    void successesHaveAnIdToo() {
        assertThat(Api.anonymous().get("/api/v1/conversations").header("X-Request-Id"))
                .isNotBlank();
        assertThat(Api.anonymous().get("/").header("X-Request-Id")).isNotBlank();
    }
}
