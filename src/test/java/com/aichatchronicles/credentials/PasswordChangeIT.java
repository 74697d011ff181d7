package com.aichatchronicles.credentials;

import static com.aichatchronicles.testing.Member.PASSWORD;
import static com.aichatchronicles.testing.Member.credentials;
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
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PasswordChangeIT {
    private static final String PATH = "/api/v1/auth/change-password";
    private static final String NEW = "Another-horse-8";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theNewPasswordSignsInAndTheOldOneDoesNot() {
        Member member = Member.register();

        Answer answer = change(member, PASSWORD, NEW);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().getString("message")).isEqualTo("Password changed successfully");
        assertThat(login(member, NEW).status()).isEqualTo(200);
        assertRefused(login(member, PASSWORD), ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void otherSessionsEndAndTheOwnOneGoesOn() {
        Member here = Member.register();
        Member there = here.signIn();

        change(here, PASSWORD, NEW);

        assertThat(here.api().get("/api/v1/auth/me").status()).isEqualTo(200);
        assertRefused(there.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertRefused(
                Api.anonymous()
                        .post(
                                "/api/v1/auth/refresh-token",
                                Json.createObjectBuilder()
                                        .add("refreshToken", there.refreshToken())
                                        .build()),
                ErrorCode.TOKEN_REFRESH_ERROR);
    }

    @Test
    void aWrongPasswordChangesNothing() {
        Member member = Member.register();

        Answer answer = change(member, "Wrong-horse-7", NEW);

        assertRefused(answer, ErrorCode.INVALID_PASSWORD);
        assertThat(answer.header("WWW-Authenticate")).isNotNull();
        assertThat(login(member, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aPasswordThatIsTriedFirstIsRefused() {
        Member member = Member.register();

        assertRefused(
                change(member, PASSWORD, "password123"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("newPassword", "\"newPassword\" is one of the most common passwords", "any.invalid"));
        for (String name :
                List.of(member.email(), member.name(), member.username().toLowerCase(), "AI Chat Chronicles")) {
            assertRefused(
                    change(member, PASSWORD, name),
                    ErrorCode.VALIDATION_ERROR,
                    new FieldError(
                            "newPassword",
                            "\"newPassword\" must not be your e-mail address, your name or the name of this site",
                            "any.invalid"));
        }
    }

    @Test
    void whatIsMissingOrTooShortIsListed() {
        Member member = Member.register();

        assertRefused(
                member.api().post(PATH, JsonObject.EMPTY_JSON_OBJECT),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("currentPassword", "\"currentPassword\" is required", "any.required"),
                new FieldError("newPassword", "\"newPassword\" is required", "any.required"));
        assertRefused(
                change(member, PASSWORD, "short"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError(
                        "newPassword", "\"newPassword\" length must be at least 8 characters long", "string.min"));
    }

    @Test
    void nobodyChangesNothing() {
        assertRefused(Api.anonymous().post(PATH, body(PASSWORD, NEW)), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void ofTwoChangesAtOnceOneWins() throws Exception {
        Member member = Member.register();
        AtomicInteger turn = new AtomicInteger();

        List<Answer> answers = Together.run(4, () -> change(member, PASSWORD, NEW + turn.incrementAndGet()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.INVALID_PASSWORD));
    }

    @Test
    void aThiefOfATokenCannotGuessOn() {
        Member member = Member.register();
        Member elsewhere = member.signIn();
        for (int i = 0; i < 5; i++) {
            assertRefused(change(member, "Wrong-horse-" + i, NEW), ErrorCode.INVALID_PASSWORD);
        }

        Answer sixth = change(member, PASSWORD, NEW);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.body().getString("code")).isEqualTo("AUTH_RATE_LIMIT_EXCEEDED");
        assertThat(change(elsewhere, PASSWORD, NEW).status()).isEqualTo(200);
    }

    @Test
    void aPasswordIsTheSameInEveryUnicodeForm() {
        Member member = Member.register();
        change(member, PASSWORD, "Gr\u00fc\u00dfe-aus-K\u00f6ln");

        assertThat(login(member, "Gru\u0308\u00dfe-aus-Ko\u0308ln").status()).isEqualTo(200);
    }

    @Test
    void anAccountWithoutAPasswordHasNoneToChange() {
        Member member = Member.register();
        Sql.update("UPDATE auth.users SET encrypted_password = NULL WHERE id = ?", member.id());

        assertRefused(change(member, PASSWORD, NEW), ErrorCode.INVALID_PASSWORD);
    }

    private static Answer change(Member member, String current, String next) {
        return member.api().post(PATH, body(current, next));
    }

    private static JsonObject body(String current, String next) {
        return Json.createObjectBuilder()
                .add("currentPassword", current)
                .add("newPassword", next)
                .build();
    }

    private static Answer login(Member member, String password) {
        return Api.anonymous().post("/api/v1/auth/login", credentials(member.email(), password));
    }
}
