package com.aichatchronicles.platform.http;

import static com.aichatchronicles.testing.Refusal.assertNoRoute;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.RawHttp;
import com.aichatchronicles.testing.ServerLog;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class RefusalsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/v1/conversations,GET POST",
        "DELETE,/api/v1/conversations,GET POST",
        "POST,/api/v1/conversations/stats,GET",
        "POST,/api/v1/conversations/00000000-0000-0000-0000-000000000000,GET PUT DELETE",
        "GET,/api/v1/auth/login,POST",
        "DELETE,/api/v1/auth/me,GET",
        "GET,/api/v1/auth/profile,PUT",
        "TRACE,/api/v1/conversations,GET POST",
        "FOO,/api/v1/conversations,GET POST"
    })
    void anotherMethodIsRefusedWithThoseAllowed(String method, String path, String allowed) throws IOException {
        RawHttp answer = RawHttp.line(method + " " + path + " HTTP/1.1", "Content-Length: 0");

        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(Answer.json(answer.text()).getString("code")).isEqualTo("METHOD_NOT_ALLOWED");
        String allow = answer.headers().stream()
                .filter(header -> header.startsWith("Allow: "))
                .findFirst()
                .orElse("");
        assertThat(List.of(allow.replace("Allow: ", "").split(", "))).contains(allowed.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "text/plain, text/html"})
    void anotherTypeIsNotAvailable(String accept) {
        assertRefused(
                Api.anonymous().with("Accept", accept).get("/api/v1/conversations/categories"),
                ErrorCode.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "text/html, */*;q=0.1",
                "application/json;charset=utf-8"
            })
    void jsonIsAvailable(String accept) {
        assertThat(Api.anonymous()
                        .with("Accept", accept)
                        .get("/api/v1/conversations/categories")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", ";", ",", "application/json;q=x", "*/*/*"})
    void anAcceptThatIsNoneIsNoFailureOfOurs(String accept) {
        ServerLog log = new ServerLog();

        Answer answer = Api.anonymous().with("Accept", accept).get("/api/v1/conversations/categories");

        assertThat(answer.status()).as(answer.text()).isIn(200, 400, 406);
        assertThat(log.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1",
                "/api/v1/",
                "/api/v2/conversations",
                "/nothing",
                "/api",
                "/error",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/nothing.html",
                "/api/v1/conversations/a/b/c"
            })
    void anUnknownRouteIsNotFoundWithItsPath(String path) {
        assertNoRoute(Api.anonymous().get(path), path);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing,404,ROUTE_NOT_FOUND",
        "/nothing,404,ROUTE_NOT_FOUND",
        "/api/v1/conversations/x,400,PARAM_VALIDATION_ERROR",
        "/api/v1/conversations/00000000-0000-0000-0000-000000000000,404,CONVERSATION_NOT_FOUND",
        "/api/v1/conversations?limit=0,400,QUERY_VALIDATION_ERROR",
        "/api/v1/auth/me,401,MISSING_TOKEN",
        "/api/v1/auth/login,405,METHOD_NOT_ALLOWED"
    })
    void whoAsksForAProblemGetsOne(String path, int status, String code) {
        Answer answer = Api.anonymous()
                .with("Accept", "application/json, application/problem+json")
                .get(path);

        JsonObject body = answer.body();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(body.getString("type")).isEqualTo("about:blank");
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(body.getString("code")).isEqualTo(code);
        assertThat(body.getString("title")).isNotBlank();
        assertThat(body.getString("detail")).isNotBlank();
        assertThat(body.getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void whoAsksForNothingButAProblemLearnsTheFailureToo() {
        Answer answer = Api.anonymous()
                .with("Accept", "application/problem+json")
                .get("/api/v1/conversations/00000000-0000-0000-0000-000000000000");

        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().getString("code")).isEqualTo("CONVERSATION_NOT_FOUND");
    }
}
