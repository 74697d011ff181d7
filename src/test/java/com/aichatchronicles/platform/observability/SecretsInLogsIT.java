package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.AccessLines;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people entrust to the server stands in none of its log files, whatever becomes of the request. */
@ExtendWith(ArquillianExtension.class)
class SecretsInLogsIT {
    private static final String AUTH = "/api/v1/auth";

    private final String mark = UUID.randomUUID().toString().replace("-", "");

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static void assertNotLogged(String... secrets) throws IOException, InterruptedException {
        Answer last = Api.anonymous().get("/nothing");
        assertThat(AccessLines.of(last.header("X-Request-Id"))).hasSize(1);
        try (Stream<Path> files = Files.walk(TestServer.log().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }

    @Test
    void signingInLeavesNothingBehind() throws Exception {
        Member member = Member.register();
        Member again = member.signIn();
        Answer refreshed = Api.anonymous().post(AUTH + "/refresh-token", refresh(again.refreshToken()));
        Api.anonymous().post(AUTH + "/login", Member.credentials(member.email(), "wrong" + mark));
        Api.anonymous().post(AUTH + "/login", Member.credentials(mark + "@example.org", "wrong" + mark));
        Api.anonymous().post(AUTH + "/register", Member.registration(member.email()));
        Api.anonymous().post(AUTH + "/admin/login", Member.credentials(member.email(), Member.PASSWORD));

        assertNotLogged(
                mark,
                Member.PASSWORD,
                member.email(),
                member.token(),
                member.refreshToken(),
                again.token(),
                again.refreshToken(),
                refreshed.body().getString("token"),
                refreshed.body().getString("refreshToken"));
    }

    @Test
    void refusedTokensAreNotQuoted() throws Exception {
        Member member = Member.register();
        String[] parts = member.token().split("\\.");
        String claims = part("{\"sub\":\"" + mark + "\",\"upn\":\"" + mark + "@example.org\",\"exp\":1}");
        List<String> tokens = List.of(
                mark,
                mark + ".." + mark,
                parts[0] + "." + claims + "." + parts[2],
                parts[0] + "." + parts[1] + "." + part("another " + mark),
                part("{\"alg\":\"none\"}") + "." + claims + ".",
                part("{\"alg\":\"HS256\",\"kid\":\"" + mark + "\"}") + "." + claims + "." + part(mark),
                part("{\"alg\":\"RS256\",\"kid\":\"" + mark + "\"}") + "." + claims + "." + part(mark),
                part("{\"alg\":\"" + mark + "\"}") + "." + claims + "." + part(mark),
                member.token() + mark);
        for (String token : tokens) {
            assertThat(Api.anonymous().as(token).get(AUTH + "/me").status()).isEqualTo(401);
            Api.anonymous().with("Authorization", "Basic " + token).get(AUTH + "/me");
            Api.anonymous().get(AUTH + "/me?access_token=" + token);
            Api.anonymous().post(AUTH + "/refresh-token", refresh(token));
        }

        assertNotLogged(mark, claims, parts[1], parts[2], member.email());
    }

    @Test
    void bodiesAndQueriesAreNotQuoted() throws Exception {
        Api author = Member.register().api();
        String odd = "'; DROP TABLE x; --" + mark;
        author.send("POST", "/api/v1/conversations", "{\"title\":\"" + mark);
        author.post(
                "/api/v1/conversations",
                Json.createObjectBuilder().add("title", mark).build());
        author.post(
                "/api/v1/conversations",
                Json.createObjectBuilder().add("content", odd).add("title", odd).build());
        author.send("PUT", AUTH + "/profile", "{\"bio\":{\"" + mark + "\":1}}");
        author.with("Content-Type", "text/" + mark).send("POST", "/api/v1/conversations", mark);
        author.with("Idempotency-Key", mark).send("POST", "/api/v1/conversations", "[" + mark);
        Api.anonymous().get("/api/v1/conversations/search?q=" + mark + "%27%20OR%201=1--");
        Api.anonymous().get("/api/v1/conversations?cursor=" + mark + "&sort=" + mark);
        Api.anonymous()
                .with("Accept", mark)
                .with("User-Agent", mark + "@example.org")
                .get("/api/v1/conversations");
        Api.anonymous().get("/reset/" + mark + mark + "/" + mark + "@example.org");

        assertNotLogged(mark);
    }

    private static JsonObject refresh(String token) {
        return Json.createObjectBuilder().add("refreshToken", token).build();
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
