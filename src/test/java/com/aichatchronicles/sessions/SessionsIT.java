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
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That people see where they are signed in, and can end it. */
@ExtendWith(ArquillianExtension.class)
class SessionsIT {
    private static final String PATH = "/api/v1/auth/sessions";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theSessionsThatStandAreListedWithTheCallersOwnMarked() {
        Member first = Member.register();
        Member second = first.signIn();

        List<JsonObject> seen = list(second);

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).keySet())
                .containsExactlyInAnyOrder(
                        "id", "user_agent", "address", "created_at", "last_used_at", "expires_at", "current");
        assertThat(seen.get(0).getBoolean("current")).isTrue();
        assertThat(seen.get(1).getBoolean("current")).isFalse();
        assertThat(seen.get(0).getString("user_agent")).startsWith("Java-http-client/");
        assertThat(list(first))
                .hasSize(2)
                .anySatisfy(one ->
                        assertThat(one.getString("id")).isEqualTo(seen.get(1).getString("id")));
    }

    @Test
    void sessionsThatAreOverAreNotListed() {
        Member member = Member.register();
        Member ended = member.signIn();
        Member expired = member.signIn();
        ended.api().send("POST", "/api/v1/auth/logout", "");
        Sql.update(
                "UPDATE chronicles.sessions SET expires_at = now() WHERE id = ?", UUID.fromString(currentId(expired)));

        assertThat(list(member)).hasSize(1);
    }

    @Test
    void anotherSessionCanBeEnded() {
        Member here = Member.register();
        Member there = here.signIn();

        Answer answer = here.api().delete(PATH + "/" + currentId(there));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().getString("message")).isEqualTo("Session ended");
        assertRefused(there.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertThat(list(here)).hasSize(1);
        assertRefused(
                here.api().delete(PATH + "/" + currentId(here) + "0"),
                ErrorCode.PARAM_VALIDATION_ERROR,
                new FieldError("id", "\"id\" must be a valid GUID", "string.guid"));
    }

    @Test
    void endingTheOwnOneIsASignOut() {
        Member member = Member.register();

        assertThat(member.api().delete(PATH + "/" + currentId(member)).status()).isEqualTo(200);

        assertRefused(member.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void whatIsNotThereOrSomebodyElsesIsNotFound() {
        Member member = Member.register();
        Member other = Member.register();
        Member ended = member.signIn();
        String over = currentId(ended);
        member.api().delete(PATH + "/" + over);

        for (String id : List.of(currentId(other), over, UUID.randomUUID().toString())) {
            assertRefused(member.api().delete(PATH + "/" + id), ErrorCode.SESSION_NOT_FOUND);
        }
        assertThat(other.api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void nobodyHasNoSessions() {
        assertRefused(Api.anonymous().get(PATH), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().delete(PATH + "/" + UUID.randomUUID()), ErrorCode.MISSING_TOKEN);
    }

    private static List<JsonObject> list(Member member) {
        return member.api().get(PATH).body().getJsonArray("data").getValuesAs(JsonObject.class);
    }

    private static String currentId(Member member) {
        return list(member).stream()
                .filter(session -> session.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }
}
