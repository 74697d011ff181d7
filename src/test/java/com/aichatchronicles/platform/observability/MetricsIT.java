package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class MetricsIT {
    private static final Api READER = Api.anonymous().with("Accept", "*/*");

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static List<String> lines() {
        READER.get("/"); // some metrics are there from the first request on
        return READER.get("/metrics").text().lines().toList();
    }

    /** @return the value of the only series that has all those labels, 0 where there is none */
    private static double value(String name, String... labels) {
        return lines().stream()
                .filter(line -> line.startsWith(name + "{") && Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void aCallerOfTheSameMachineReadsThemWithoutASignIn() {
        READER.get("/");
        Answer answer = READER.get("/metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text()).contains("# TYPE http_requests_seconds histogram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http_requests_seconds_bucket",
                "rate_limit_refusals_total",
                "sign_ins_total",
                "access_log_lost_total",
                "connectionpool_managedConnections",
                "connectionpool_queuedRequests_total",
                "threadpool_activeThreads",
                "threadpool_size",
                "memory_usedHeap_bytes",
                "gc_total",
                "cpu_processCpuTime_seconds"
            })
    void whatAnOperatorNeedsIsThere(String name) {
        assertThat(lines()).anyMatch(line -> line.startsWith(name + "{"));
    }

    @Test
    void requestsAreCountedByTemplateAndStatus() {
        String id = UUID.randomUUID().toString();
        String[] labels = {"route=\"/api/v1/conversations/{id}\"", "status=\"404\"", "method=\"GET\""};
        double before = value("http_requests_seconds_count", labels);
        Api.anonymous().get("/api/v1/conversations/" + id);

        assertThat(value("http_requests_seconds_count", labels)).isEqualTo(before + 1);
        assertThat(lines()).noneMatch(line -> line.contains(id));
    }

    @Test
    void callersMakeNoNewSeries() {
        callWith(UUID.randomUUID().toString());
        long before = series();
        for (int i = 0; i < 20; i++) {
            callWith(UUID.randomUUID().toString());
        }

        assertThat(series()).isEqualTo(before);
    }

    private static void callWith(String mark) {
        Api.anonymous().get("/" + mark);
        Api.anonymous().get("/api/v1/" + mark);
        Api.anonymous().get("/assets/" + mark);
        Api.anonymous().get("/api/v1/conversations/category/" + mark);
        Api.anonymous().get("/api/v1/conversations?" + mark + "=" + mark);
        Api.anonymous().send("X" + mark.replace("-", ""), "/api/v1/conversations", "");
    }

    private static long series() {
        return lines().stream()
                .filter(line -> line.startsWith("http_requests_"))
                .count();
    }

    @Test
    void signInsAreCountedByOutcome() {
        Member member = Member.register();
        double right = value("sign_ins_total", "kind=\"password\"", "outcome=\"succeeded\"");
        double wrong = value("sign_ins_total", "kind=\"password\"", "outcome=\"refused\"");
        double stale = value("sign_ins_total", "kind=\"refresh\"", "outcome=\"refused\"");
        member.signIn();
        Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), "wrong"));
        Api.anonymous()
                .post(
                        "/api/v1/auth/refresh-token",
                        Json.createObjectBuilder().add("refreshToken", "none").build());

        assertThat(value("sign_ins_total", "kind=\"password\"", "outcome=\"succeeded\""))
                .isEqualTo(right + 1);
        assertThat(value("sign_ins_total", "kind=\"password\"", "outcome=\"refused\""))
                .isEqualTo(wrong + 1);
        assertThat(value("sign_ins_total", "kind=\"refresh\"", "outcome=\"refused\""))
                .isEqualTo(stale + 1);
    }

    @Test
    void refusalsAreCountedByPolicy() {
        Api guesser = Api.anonymous().with("X-Forwarded-For", "2001:db8:0:77::1");
        double before = value("rate_limit_refusals_total", "policy=\"auth\"");
        for (int i = 0; i < 7; i++) {
            guesser.send("POST", "/api/v1/auth/login", "{}");
        }

        assertThat(value("rate_limit_refusals_total", "policy=\"auth\"")).isEqualTo(before + 2);
    }
}
