package com.aichatchronicles.platform.http;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class BodyTypesIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @MethodSource("com.aichatchronicles.platform.http.HostileBodyIT#routes")
    void onlyJsonIsTaken(String route) {
        for (String type : List.of(
                "text/plain",
                "text/html",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/octet-stream",
                "application/jsonx")) {
            assertRefused(
                    HostileBodyIT.send(route, type, "{}".getBytes(StandardCharsets.UTF_8)),
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage", "application/", "/", "application/json; charset", "application/json;;=", "*/*x/"})
    void aTypeThatIsNoneIsRefused(String type) {
        ServerLog log = new ServerLog();

        Answer answer = HostileBodyIT.send("POST /api/v1/auth/login", type, "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.text()).isIn(400, 415);
        assertThat(answer.body().getString("code")).isNotBlank();
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        Answer answer = Member.admin().api().send("POST", "/api/v1/conversations", BodyPublishers.ofString("{}"));

        assertThat(answer.status()).as(answer.text()).isIn(400, 415);
    }

    @Test
    void passwordsAndTokensStayOutOfTheLog() {
        ServerLog log = new ServerLog();
        String secret = "S3cret-" + UUID.randomUUID();

        HostileBodyIT.send(
                "POST /api/v1/auth/login", "{\"email\":\"nobody@example.org\",\"password\":\"" + secret + "\"}");
        HostileBodyIT.send("POST /api/v1/auth/register", "{\"email\":\"x\",\"password\":\"" + secret + "\"}");
        HostileBodyIT.send("POST /api/v1/auth/refresh-token", "{\"refreshToken\":\"" + secret + "\"}");
        HostileBodyIT.send("POST /api/v1/auth/login", "{\"password\":\"" + secret);
        Api.anonymous().as(secret).get("/api/v1/auth/me");

        assertThat(log.text()).doesNotContain(secret);
    }
}
