package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.AccessLines;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.RawHttp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class AccessLogIT {
    private static final Set<String> MEMBERS =
            Set.of("time", "request_id", "user_id", "client", "method", "route", "path", "status", "duration_ms");
    private static final String CONVERSATION = "/api/v1/conversations/01a20644-3e10-71c6-8925-34346603d082";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static JsonObject onlyLineOf(Answer answer) throws InterruptedException {
        List<JsonObject> lines = AccessLines.of(answer.header("X-Request-Id"));
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void aLineTellsWhoAskedForWhatAndHowItEnded() throws InterruptedException {
        Member member = Member.register();
        String id = UUID.randomUUID().toString();
        member.api()
                .with("X-Request-Id", id)
                .with("X-Forwarded-For", "192.0.2.77")
                .get(CONVERSATION + "?q=secret");

        JsonObject line = AccessLines.of(id).get(0);
        assertThat(line.keySet()).isEqualTo(MEMBERS);
        assertThat(line.getString("user_id")).isEqualTo(member.id().toString());
        assertThat(line.getString("client")).isEqualTo("192.0.2.77");
        assertThat(line.getString("method")).isEqualTo("GET");
        assertThat(line.getString("route")).isEqualTo("/api/v1/conversations/{id}");
        assertThat(line.getString("path")).isEqualTo(CONVERSATION);
        assertThat(line.getInt("status")).isEqualTo(404);
        assertThat(line.getJsonNumber("duration_ms").doubleValue()).isPositive();
        assertThat(Duration.between(Instant.parse(line.getString("time")), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aStrangersLineNamesNoUser() throws InterruptedException {
        assertThat(onlyLineOf(Api.anonymous().as("garbage").get("/api/v1/conversations")))
                .doesNotContainKey("user_id");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, /, 200",
        "GET, /assets/app.js, /assets/*, 200",
        "GET, /nothing, unmatched, 404",
        "GET, /error, unmatched, 404",
        "GET, /api/v1/nothing, unmatched, 404",
        "GET, /assets/nothing.js, /assets/*, 404",
        "PUT, /api/v1/conversations, unmatched, 405",
        "BREW, /api/v1/conversations, unmatched, 405",
        "HEAD, /api/v1/conversations, /api/v1/conversations, 200",
        "GET, /api/v1/conversations?limit=x, /api/v1/conversations, 400",
        "GET, /api/v1/auth/me, /api/v1/auth/me, 401",
        "GET, /api/v1/conversations/category/Science, /api/v1/conversations/category/{category}, 200"
    })
    void everyRequestHasOneLineWithItsRoute(String method, String path, String route, int status)
            throws InterruptedException {
        JsonObject line = onlyLineOf(Api.anonymous().send(method, path, ""));

        assertThat(line.getString("route")).isEqualTo(route);
        assertThat(line.getInt("status")).isEqualTo(status);
        assertThat(line.getString("method")).isEqualTo(method.equals("BREW") ? "other" : method);
    }

    @Test
    void aRequestRefusedByAFilterHasItsLineToo() throws InterruptedException {
        JsonObject line = onlyLineOf(Api.anonymous().with("Accept", "@").get("/api/v1/conversations"));

        assertThat(line.getInt("status")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%s%%0a%%7b%%22status%%22:200%%7d HTTP/1.1",
                "GET /%s%%22,%%22status%%22:200 HTTP/1.1",
                "GET /%s\",\"status\":200} HTTP/1.1",
                "GET /%s\\u0022\\n HTTP/1.1",
                "GET /%s\u0085\u00e9 HTTP/1.1",
                "GET /%s?x=%%0d%%0a{} HTTP/1.1",
                "GET /%s\r{\"forged\":1} HTTP/1.1"
            })
    void noPathForgesALine(String requestLine) throws Exception {
        String mark = "forge" + UUID.randomUUID();
        RawHttp.line(String.format(requestLine, mark), "User-Agent: " + mark + "\"}\u0085{\"forged\":1}");

        assertSoundAfter(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\"}", "%s\\", "%s\t{}", "%s\u0085{}", "%s {\"forged\":1}"})
    void noRequestIdForgesALine(String id) throws Exception {
        String mark = "forge" + UUID.randomUUID().toString().substring(0, 8);
        RawHttp.line("GET /nothing HTTP/1.1", "X-Request-Id: " + String.format(id, mark));

        assertSoundAfter(mark);
        assertThat(AccessLines.all()).noneMatch(line -> line.contains(mark));
    }

    private static void assertSoundAfter(String mark) throws InterruptedException, IOException {
        onlyLineOf(Api.anonymous().get("/nothing"));
        assertThat(AccessLines.all()).allSatisfy(line -> {
            assertThat(MEMBERS).containsAll(Answer.json(line).keySet());
            assertThat(line).matches("[ -~]+").doesNotContain("?");
        });
        assertThat(AccessLines.all().stream().filter(line -> line.contains(mark)))
                .hasSizeLessThanOrEqualTo(1);
    }
}
