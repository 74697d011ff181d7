package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class HealthIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void aStartedServerIsUp(String path) {
        Answer answer = Api.anonymous().get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.body().getString("status")).isEqualTo("UP");
        assertThat(answer.body().getJsonArray("checks")).isNotEmpty();
    }

    @Test
    void allChecksTogetherAreThoseOfTheParts() {
        Set<String> together = names("/health");

        assertThat(together).containsExactlyInAnyOrder("server", "database", "redis", "mail");
        assertThat(names("/health/ready")).containsExactlyInAnyOrder("database", "redis", "mail");
        assertThat(names("/health/live")).containsExactly("server");
        assertThat(names("/health/started")).containsExactly("server");
    }

    private static Set<String> names(String path) {
        return Api.anonymous().get(path).body().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .map(check -> check.getString("name"))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static JsonObject data(String name) {
        return Api.anonymous().get("/health").body().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .map(check -> check.getJsonObject("data"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServerTellsItsTimeItsAgeAndItsVersion() {
        JsonObject server = data("server");

        assertThat(server.keySet()).containsExactlyInAnyOrder("timestamp", "uptime", "version");
        assertThat(Duration.between(Instant.parse(server.getString("timestamp")), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(server.getInt("uptime")).isPositive();
        assertThat(server.getString("version")).isEqualTo("1.0.0");
    }

    @Test
    void aRedisThatAnswersIsFine() {
        assertThat(data("redis")).isEqualTo(Answer.json("{\"state\":\"ok\"}"));
    }

    @Test
    void noCheckNamesAHostOrAPort() {
        assertThat(Api.anonymous().get("/health").text()).doesNotContain("localhost", "127.0.0.1", "jdbc", "redis://");
    }
}
