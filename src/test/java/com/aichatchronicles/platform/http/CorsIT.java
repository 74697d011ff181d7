package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class CorsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String FRIEND = "http://localhost:5173";
    private static final String LIST = "/api/v1/conversations";
    private static final String ALLOW = "Access-Control-Allow-Origin";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.httpAddress() + path))
                .method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", FRIEND, "http://localhost:8080", "https://aichatchronicles.com"})
    void aKnownOriginMayReadWithCredentials(String origin) throws Exception {
        HttpResponse<String> answer = send("GET", LIST, "Origin", origin);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, ALLOW)).isEqualTo(origin);
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(answer, "Access-Control-Expose-Headers"))
                .contains("ETag", "Idempotency-Replayed", "Location", "X-Request-Id", "RateLimit", "Retry-After");
        assertThat(header(answer, "Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:5173.evil.example",
                "https://localhost:5173",
                "http://LOCALHOST:5173",
                "http://localhost:5173/",
                "*",
                "https://sub.aichatchronicles.com",
                "http://aichatchronicles.com"
            })
    void anyOtherOriginGetsNoPermission(String origin) throws Exception {
        HttpResponse<String> answer = send("GET", LIST, "Origin", origin);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        assertThat(header(answer, "Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
    void aPreflightOfAKnownOriginAllowsTheMethodForTenMinutes(String method) throws Exception {
        HttpResponse<String> answer = send(
                "OPTIONS",
                LIST,
                "Origin",
                FRIEND,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                "authorization,content-type,if-match");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, ALLOW)).isEqualTo(FRIEND);
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(answer, "Access-Control-Allow-Methods").split(", ")).contains(method);
        assertThat(header(answer, "Access-Control-Allow-Headers").split(", "))
                .contains("Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key");
        assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("600");
    }

    @Test
    void aPreflightOfAnotherOriginAllowsNothing() throws Exception {
        HttpResponse<String> answer =
                send("OPTIONS", LIST, "Origin", "https://evil.example", "Access-Control-Request-Method", "DELETE");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        assertThat(header(answer, "Vary")).contains("Origin");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/conversations/x,400",
        "POST,/api/v1/conversations,401",
        "GET,/api/v1/conversations/00000000-0000-0000-0000-000000000000,404",
        "GET,/api/v1/nothing,404",
        "GET,/nothing,404",
        "PUT,/api/v1/conversations,405"
    })
    void aFriendCanReadRefusalsToo(String method, String path, int status) throws Exception {
        HttpResponse<String> answer =
                send(method, path, "Origin", FRIEND, "Content-Type", "application/json", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, ALLOW)).isEqualTo(FRIEND);
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(answer, "Vary")).contains("Origin");
    }

    @Test
    void aCallerWithoutOriginIsServedAsEver() throws Exception {
        HttpResponse<String> answer = send("GET", LIST);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(ALLOW)).isEmpty();
        assertThat(header(answer, "Vary")).contains("Origin");
    }
}
