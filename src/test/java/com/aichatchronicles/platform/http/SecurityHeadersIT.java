package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.TrustingTls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class SecurityHeadersIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /** What Helmet sets by default, over plain HTTP. */
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
            Map.entry("Origin-Agent-Cluster", "?1"),
            Map.entry("Referrer-Policy", "no-referrer"),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-DNS-Prefetch-Control", "off"),
            Map.entry("X-Download-Options", "noopen"),
            Map.entry("X-Frame-Options", "SAMEORIGIN"),
            Map.entry("X-Permitted-Cross-Domain-Policies", "none"),
            Map.entry("X-XSS-Protection", "0"));

    private static void assertProtected(java.net.http.HttpHeaders headers) {
        HEADERS.forEach(
                (name, value) -> assertThat(headers.allValues(name)).as(name).containsExactly(value));
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe-eval");
        assertThat(headers.map().keySet()).doesNotContain("server", "x-powered-by", "$wsep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/conversations",
                "/api/v1/conversations/stats",
                "/api/v1/conversations/x",
                "/api/v1/nothing",
                "/nothing",
                "/health",
                "/health/ready",
                "/openapi",
                "/.well-known/jwks.json"
            })
    void everyAnswerHasHelmetsHeadersAndNamesNoServer(String path) {
        Answer answer = Api.anonymous().with("Accept", "*/*").get(path);

        assertProtected(answer.headers());
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void noFrameHoldsTheDocumentation() {
        Answer answer = Api.anonymous().with("Accept", "*/*").get("/api-docs/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void onlyTheTlsPortAsksForTlsFromNowOn() throws Exception {
        HttpClient trusting =
                HttpClient.newBuilder().sslContext(TrustingTls.context()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.httpsAddress() + "/api/v1/conversations"))
                .build();

        HttpResponse<String> answer = trusting.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertProtected(answer.headers());
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).matches("max-age=\\d{8}; includeSubDomains"));
    }
}
