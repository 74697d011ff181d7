package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class ConditionalReadIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Member author;

    private static JsonObject longText() {
        author = author == null ? Member.register() : author;
        return Sample.publish(
                author, Sample.body("A long text").add("content", Sample.word() + " many words".repeat(500)));
    }

    /** Every kind of read. */
    static Stream<String> reads() {
        JsonObject made = longText();
        return Stream.of(
                Sample.path(made),
                Sample.PATH + "?category=" + Sample.word(),
                Sample.PATH + "/categories",
                Sample.PATH + "/category/" + Sample.word(),
                Sample.PATH + "/user/" + author.id(),
                Sample.PATH + "/search?q=" + Sample.word());
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whoHasItAlreadyGetsNoBody(String path) {
        Answer first = Api.anonymous().get(path);
        String tag = first.header("ETag");

        for (String condition : List.of(tag, "*", "\"x\", " + tag, "W/" + tag)) {
            Answer again = Api.anonymous().with("If-None-Match", condition).get(path);
            assertThat(again.status()).as(condition).isEqualTo(304);
            assertThat(again.text()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
        }
        assertThat(Api.anonymous().with("If-None-Match", "\"x\"").get(path).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void aHeadIsAGetWithoutItsBody(String path) {
        Answer get = Api.anonymous().get(path);
        Answer head = Api.anonymous().head(path);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(Api.anonymous()
                        .with("If-None-Match", get.header("ETag"))
                        .head(path)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void anEditMakesAnotherTag() {
        JsonObject made = longText();
        String tag = Api.anonymous().get(Sample.path(made)).header("ETag");

        author.api().put(Sample.path(made), Answer.json("{\"title\":\"Another title\"}"));

        Answer again = Api.anonymous().with("If-None-Match", tag).get(Sample.path(made));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void theTagsAreStrong() {
        assertThat(Api.anonymous().get(Sample.PATH).header("ETag")).matches("\"[^\"]+\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.5", "*", "gzip;q=1.0, *;q=0", "br, gzip"})
    void whoLikesGzipGetsIt(String encodings) throws Exception {
        String path = Sample.path(longText());

        HttpResponse<byte[]> answer = raw(path, "Accept-Encoding", encodings);

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Api.anonymous().get(path).text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "*;q=0", "gzip;q=0.000", "br", "x-other", "gzip;q=0, *"})
    void whoDoesNotLikeGzipGetsPlainText(String encodings) throws Exception {
        HttpResponse<byte[]> answer = raw(Sample.path(longText()), "Accept-Encoding", encodings);

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()[0]).isEqualTo((byte) '{');
    }

    @Test
    void theCompressedFormHasATagOfItsOwnWhichCountsJustAsMuch() throws Exception {
        String path = Sample.path(longText());
        String plain = Api.anonymous().get(path).header("ETag");
        String zipped = raw(path, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(zipped).isNotEqualTo(plain);
        assertThat(raw(path, "Accept-Encoding", "gzip", "If-None-Match", zipped).statusCode())
                .isEqualTo(304);
        assertThat(raw(path, "If-None-Match", zipped).statusCode()).isEqualTo(304);
    }

    @Test
    void cachesAreToldWhatTheAnswerDependsOn() throws Exception {
        String path = Sample.path(longText());

        for (HttpResponse<byte[]> answer : List.of(raw(path), raw(path, "Accept-Encoding", "gzip"))) {
            String vary = String.join(",", answer.headers().allValues("Vary"));
            assertThat(vary).contains("Accept-Encoding").contains("Origin").contains("Authorization");
        }
    }

    @Test
    void sharedAnswersAreAskedForEachTime() {
        assertThat(Api.anonymous().get(Sample.PATH).header("Cache-Control")).isEqualTo("public, no-cache");
    }

    private static HttpResponse<byte[]> raw(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.httpAddress() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
