package com.aichatchronicles.platform.fastpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.AccessLines;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Metric;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody can tell whether a read took the short way or the long one. */
@ExtendWith(ArquillianExtension.class)
class FastPathIT {
    private static final List<String> OWN = List.of("date", "x-request-id", "ratelimit", "ratelimit-remaining");

    private final Member author = Member.register();
    private final String conversation = Talk.CONVERSATIONS + Talk.publish(author);

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @CsvSource({
        "Accept-Language, de, 200",
        "Accept-Encoding, gzip, 200",
        "If-None-Match, *, 304",
        "Origin, http://localhost:5173, 200",
        "Origin, https://example.org, 200"
    })
    void theAnswerIsTheSameAsOnTheLongWay(String header, String value, int status) throws Exception {
        Api visitor = visitor().with(header, value);

        Answer longWay = visitor.with("Accept", "*/*;v=" + UUID.randomUUID()).get(conversation);
        Answer shortWay = onTheShortWay(visitor, conversation);

        assertThat(shortWay.status()).isEqualTo(status).isEqualTo(longWay.status());
        assertThat(shortWay.text()).isEqualTo(longWay.text());
        assertThat(comparable(shortWay)).isEqualTo(comparable(longWay));
    }

    @Test
    void itCountsForEveryLimitOfTheCall() throws Exception {
        Api visitor = visitor();
        String search = "/api/v1/conversations/search?q=" + UUID.randomUUID();

        Answer counted = onTheShortWay(visitor, search);
        Answer next = visitor.get(search);

        assertThat(counted.header("RateLimit-Policy")).isEqualTo("\"general\";q=100;w=900, \"search\";q=30;w=60");
        assertThat(remaining(next)).isEqualTo(remaining(counted) - 1);
    }

    @Test
    void beyondALimitItIsRefused() throws Exception {
        Api visitor = visitor();
        Answer last = onTheShortWay(visitor, conversation);
        for (int i = remaining(last); i > 0; i--) {
            last = visitor.get(conversation);
        }

        Answer refused = visitor.get(conversation);

        assertThat(last.status()).isEqualTo(200);
        assertThat(remaining(last)).isZero();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("RATE_LIMIT_EXCEEDED");
        assertThat(refused.header("Retry-After")).isNotNull();
    }

    @Test
    void anEditIsSeenByTheNextReader() throws Exception {
        onTheShortWay(visitor(), conversation);

        JsonObject edit =
                Json.createObjectBuilder().add("title", "Another title").build();
        author.api().put(conversation, edit);

        assertThat(visitor().get(conversation).text()).contains("Another title");
    }

    @Test
    void whatIsNoLongerPublishedIsGoneAtOnce() throws Exception {
        onTheShortWay(visitor(), conversation);

        JsonObject withdrawal =
                Json.createObjectBuilder().add("published", false).build();
        author.api().put(conversation, withdrawal);

        assertThat(visitor().get(conversation).status()).isEqualTo(404);
        assertThat(author.api().get(conversation).status()).isEqualTo(200);
    }

    @Test
    void whoeverShowsATokenIsRecognised() throws Exception {
        onTheShortWay(visitor(), conversation);

        Answer answer = author.api().get(conversation);

        assertThat(AccessLines.of(answer.header("X-Request-Id")))
                .singleElement()
                .satisfies(line -> assertThat(line.getString("user_id"))
                        .isEqualTo(author.id().toString()));
    }

    @Test
    void anotherMediaTypeIsRefusedStill() throws Exception {
        onTheShortWay(visitor(), conversation);

        assertThat(visitor().with("Accept", "image/png").get(conversation).status())
                .isEqualTo(406);
    }

    @Test
    void theLogKnowsItsRoute() throws Exception {
        Answer answer = onTheShortWay(visitor(), conversation);

        assertThat(AccessLines.of(answer.header("X-Request-Id")))
                .singleElement()
                .satisfies(line -> assertThat(line.getString("route")).isEqualTo("/api/v1/conversations/{id}"));
    }

    /** @return somebody with an address of their own, as the trusted proxy of the test server tells it */
    private static Api visitor() {
        String random = UUID.randomUUID().toString();
        return Api.anonymous()
                .with("X-Forwarded-For", "2001:db8:" + random.substring(0, 4) + ':' + random.substring(4, 8) + "::1");
    }

    /** @return the first answer that came on the short way; the server may have to make sure of Redis before */
    private static Answer onTheShortWay(Api visitor, String path) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(deadline)) {
            double before = Metric.value("fast_path_answers_total");
            Answer answer = visitor.get(path);
            if (Metric.value("fast_path_answers_total") > before) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("Never answered on the short way: " + path);
    }

    private static Map<String, List<String>> comparable(Answer answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !OWN.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int remaining(Answer answer) {
        return Integer.parseInt(answer.header("RateLimit-Remaining"));
    }
}
