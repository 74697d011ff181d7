package com.aichatchronicles.platform.ratelimit;

import static com.aichatchronicles.platform.ratelimit.Visitor.CATEGORIES;
import static com.aichatchronicles.platform.ratelimit.Visitor.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of the contract, each with visitors of its own. */
@ExtendWith(ArquillianExtension.class)
class RateLimitIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void ofManyCallsAtOnceExactlyTheQuotaIsServed() throws Exception {
        Api visitor = Visitor.newcomer();

        List<Integer> statuses = Together.run(200, () -> visitor.get(CATEGORIES).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(100);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(100);
    }

    @Test
    void everyAnswerSaysWhereItsCallerStands() {
        Api visitor = Visitor.newcomer();

        Answer first = visitor.get(CATEGORIES);
        Answer known = visitor.with("If-None-Match", first.header("ETag")).get(CATEGORIES);
        Answer absent = visitor.get("/api/v1/nowhere");
        Answer search = visitor.get(CONVERSATIONS + "/search");

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"general\";q=100;w=900");
        assertThat(first.header("RateLimit")).matches("\"general\";r=99;t=(900|89\\d)");
        assertThat(first.header("RateLimit-Limit")).isEqualTo("100");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("99");
        assertThat(first.header("RateLimit-Reset")).matches("900|89\\d");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("RateLimit-Remaining")).isEqualTo("98");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.header("RateLimit-Remaining")).isEqualTo("97");
        assertThat(search.status()).isEqualTo(400);
        assertThat(search.header("RateLimit-Policy")).isEqualTo("\"general\";q=100;w=900, \"search\";q=30;w=60");
        assertThat(search.header("RateLimit")).matches("\"general\";r=96;t=\\d+, \"search\";r=29;t=(60|5\\d)");
        assertThat(search.header("RateLimit-Limit")).isEqualTo("30");
    }

    @Test
    void whoTriesTooManyPasswordsIsToldWhenToComeBack() {
        Api visitor = Visitor.newcomer();
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.tryToSignIn(visitor).status()).isEqualTo(401);
        }

        Answer refused = Visitor.tryToSignIn(visitor);
        Answer problem = Visitor.tryToSignIn(visitor.with("Accept", "application/json, application/problem+json"));

        long seconds = Long.parseLong(refused.header("Retry-After"));
        assertThat(seconds).isBetween(880L, 900L);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo(failure(refused, seconds));
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.body().getInt("status")).isEqualTo(429);
        assertThat(problem.body().getString("code")).isEqualTo("AUTH_RATE_LIMIT_EXCEEDED");
        assertThat(problem.body().getInt("retryAfter")).isBetween(880, 900);
    }

    @ParameterizedTest
    @CsvSource({"register, 400", "admin/login, 400"})
    void allThatTriesPasswordsOrMakesAccountsSharesAQuota(String route, int status) {
        Api visitor = Visitor.newcomer();
        for (int i = 0; i < 4; i++) {
            Visitor.tryToSignIn(visitor);
        }

        assertThat(visitor.send("POST", "/api/v1/auth/" + route, "{}").status()).isEqualTo(status);
        assertThat(visitor.send("POST", "/api/v1/auth/" + route, "{}").status()).isEqualTo(429);
        assertThat(Visitor.tryToSignIn(visitor).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {LOGIN + "/", "/api/v1/auth/%6Cogin", LOGIN + ";a=b", LOGIN + "?a=b", "/api/v1//auth/login"})
    void anotherSpellingOfAPathIsNoOtherLimit(String spelling) {
        Api visitor = Visitor.newcomer();
        for (int i = 0; i < 5; i++) {
            Visitor.tryToSignIn(visitor);
        }

        Answer answer = visitor.post(spelling, Member.credentials(Member.newEmail(), "wrong"));

        assertThat(answer.status()).isIn(404, 429); // no other way in
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /search?q=a, 29",
        "HEAD, /search?q=a, 29",
        "GET, /search/?noise=1&q=, 29",
        "GET, ?search=a, 29",
        "HEAD, ?page=1&search=a, 29",
        "GET, ?search=%61&search=, 29",
        "GET, /category/Science?search=a, 29",
        "GET, /user/0192f1c4-6d2e-7a41-9c03-5b8e7f1d2a60?search=a, 29",
        "GET, ?search=, 99",
        "GET, ?Search=a, 99",
        "GET, /SEARCH?q=a, 99"
    })
    void whatSearchesCountsAsASearch(String method, String path, String remaining) {
        Api visitor = Visitor.newcomer();

        Answer answer = method.equals("HEAD") ? visitor.head(CONVERSATIONS + path) : visitor.get(CONVERSATIONS + path);

        assertThat(answer.header("RateLimit-Remaining")).isEqualTo(remaining);
    }

    @Test
    void searchesBeyondTheirQuotaAreRefusedAndOtherReadsAreNot() {
        Api visitor = Visitor.newcomer();
        for (int i = 0; i < 30; i++) {
            assertThat(visitor.get(CONVERSATIONS + "?limit=1&search=a" + i).status())
                    .isEqualTo(200);
        }

        Answer refused = visitor.get(CONVERSATIONS + "/search?q=b");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().getString("code")).isEqualTo("SEARCH_RATE_LIMIT_EXCEEDED");
        assertThat(visitor.get(CONVERSATIONS + "?limit=1").status()).isEqualTo(200);
    }

    @Test
    void callsThatFailCountToo() {
        Api visitor = Visitor.newcomer();
        for (int i = 0; i < 19; i++) {
            assertThat(visitor.get("/api/v1/nowhere").status()).isEqualTo(404);
            assertThat(visitor.get("/api/v1/auth/me").status()).isEqualTo(401);
            assertThat(visitor.as("nonsense").get("/api/v1/auth/me").status()).isEqualTo(401);
            assertThat(visitor.send("PATCH", CATEGORIES, "{}").status()).isEqualTo(405);
            assertThat(visitor.with("Accept", "text/plain").get(CATEGORIES).status())
                    .isEqualTo(406);
        }

        for (int i = 0; i < 5; i++) {
            visitor.get("/api/v1/nowhere"); // a slow Redis may have counted some of the 95 twice
        }

        for (String path : List.of("/api/v1/nowhere", "/api/v1/auth/me", CATEGORIES)) {
            Answer refused = visitor.get(path);
            assertThat(refused.status()).as(path).isEqualTo(429);
            assertThat(refused.body().getString("code")).isEqualTo("RATE_LIMIT_EXCEEDED");
            assertThat(refused.header("Retry-After")).isEqualTo(refused.header("RateLimit-Reset"));
        }
        assertThat(visitor.send("PATCH", CATEGORIES, "{}").status()).isEqualTo(429);
        assertThat(visitor.send("PATCH", CATEGORIES, "{}").header("Allow")).isNull();
        assertThat(visitor.head(CATEGORIES).status()).isEqualTo(429);
    }

    @Test
    void whatIsNoApiCallHasNoLimit() {
        assertThat(Visitor.newcomer().get("/health").header("RateLimit")).isNull();
        assertThat(Visitor.newcomer().get("/").header("RateLimit")).isNull();
    }

    private static String remaining(Api caller) {
        return caller.get(CATEGORIES).header("RateLimit-Remaining");
    }

    private static JsonObject failure(Answer answer, long seconds) {
        return Json.createObjectBuilder()
                .add("success", false)
                .add("error", "Too many attempts, please try again later")
                .add("message", "Too many attempts, please try again later")
                .add("code", "AUTH_RATE_LIMIT_EXCEEDED")
                .add("retryAfter", seconds)
                .add("requestId", answer.header("X-Request-Id"))
                .build();
    }
}
