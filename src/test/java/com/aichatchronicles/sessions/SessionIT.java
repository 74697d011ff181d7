package com.aichatchronicles.sessions;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SessionIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aSignOutEndsBothTokens() {
        Member member = Member.register();

        Answer answer = logout(member);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(Json.createObjectBuilder()
                        .add("success", true)
                        .add("message", "Logout successful")
                        .build());
        assertDead(member);
        assertThat(logout(member).status()).isEqualTo(401);
    }

    @Test
    void aSignOutLeavesOtherSessionsAlone() {
        Member here = Member.register();
        Member there = here.signIn();

        logout(here);

        assertThat(there.api().get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(refresh(there.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void aSignOutOutlivesWhatRedisForgets() throws IOException {
        Member member = Member.register();
        logout(member);

        flushRedis();

        assertDead(member);
    }

    @Test
    void aSignOutNeedsASignIn() {
        Answer answer = Api.anonymous().send("POST", "/api/v1/auth/logout", BodyPublishers.noBody());

        assertRefused(answer, ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aRefreshGivesANewPair() {
        Member before = Member.register();

        Answer answer = refresh(before.refreshToken());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body().keySet())
                .containsExactly("success", "data", "token", "refreshToken", "expiresIn", "message");
        assertThat(answer.body().getString("message")).isEqualTo("Token refreshed successfully");
        Member after = Member.of(answer);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.refreshToken()).isNotEqualTo(before.refreshToken());
        assertThat(after.token()).isNotEqualTo(before.token());
        assertThat(after.api().get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(refresh(after.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void aTabThatRefreshesAtTheSameTimeIsServedToo() throws Exception {
        Member member = Member.register();

        List<Answer> answers = Together.run(20, () -> refresh(member.refreshToken()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        List<Member> tabs = answers.stream().map(Member::of).toList();
        assertThat(tabs.stream().map(Member::refreshToken)).doesNotHaveDuplicates();
        assertThat(tabs).allSatisfy(tab -> {
            assertThat(tab.api().get("/api/v1/auth/me").status()).isEqualTo(200);
            assertThat(refresh(tab.refreshToken()).status()).isEqualTo(200);
        });
    }

    @Test
    void aTokenThatComesBackLateEndsItsFamily() {
        Member first = Member.register();
        Member elsewhere = first.signIn();
        Member second = Member.of(refresh(first.refreshToken()));
        Member newest = Member.of(refresh(second.refreshToken()));
        Sql.update(
                "UPDATE chronicles.refresh_tokens SET used_at = now() - interval '11 seconds' WHERE hash = ?",
                OpaqueToken.hash(first.refreshToken()));

        assertNoRefresh(refresh(first.refreshToken()));

        assertDead(newest);
        assertDead(second);
        assertThat(elsewhere.api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void anUnknownRefreshTokenIsRefused() {
        assertNoRefresh(refresh("nobody-ever-had-this-one"));
        assertNoRefresh(refresh(OpaqueToken.next()));
    }

    @Test
    void anExpiredSessionIsOver() {
        Member member = Member.register();
        Sql.update(
                "UPDATE chronicles.sessions SET expires_at = now() - interval '1 second' WHERE user_id = ?",
                member.id());

        assertDead(member);
    }

    @Test
    void aBannedAccountGetsNoNewPair() {
        Member member = Member.register();
        Sql.update("UPDATE auth.users SET banned_until = now() + interval '1 day' WHERE id = ?", member.id());

        assertNoRefresh(refresh(member.refreshToken()));
    }

    @Test
    void aDeletedAccountIsGoneWithItsTokens() {
        Member member = Member.register();
        Sql.update("DELETE FROM auth.users WHERE id = ?", member.id());

        assertDead(member);
    }

    @Test
    void theDatabaseKnowsNoRefreshTokenItself() {
        Member member = Member.register();

        assertThat(Sql.text("SELECT count(*) FROM chronicles.refresh_tokens WHERE hash = ?", member.refreshToken()))
                .isEqualTo("0");
    }

    @Test
    void aRefreshNeedsItsToken() {
        assertRefused(
                Api.anonymous().post("/api/v1/auth/refresh-token", JsonObject.EMPTY_JSON_OBJECT),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("refreshToken", "\"refreshToken\" is required", "any.required"));
        assertRefused(
                refresh(""),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("refreshToken", "\"refreshToken\" is not allowed to be empty", "string.empty"));
    }

    private static Answer logout(Member member) {
        return member.api().send("POST", "/api/v1/auth/logout", BodyPublishers.noBody());
    }

    private static Answer refresh(String token) {
        return Api.anonymous()
                .post(
                        "/api/v1/auth/refresh-token",
                        Json.createObjectBuilder().add("refreshToken", token).build());
    }

    private static void assertDead(Member member) {
        assertRefused(member.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertNoRefresh(refresh(member.refreshToken()));
    }

    private static void assertNoRefresh(Answer answer) {
        assertRefused(answer, ErrorCode.TOKEN_REFRESH_ERROR);
    }

    private static void flushRedis() throws IOException {
        URI redis = URI.create(System.getProperty("it.redis"));
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII))
                    .isEqualTo("+OK");
        }
    }
}
