package com.aichatchronicles.recovery;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of bodies and tokens that are no good. */
@ExtendWith(ArquillianExtension.class)
class InvalidRecoveryIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forgot-password", "resend-verification"})
    void anAddressIsAskedFor(String call) {
        assertRefused(
                send(call, "{}"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" is required", "any.required"));
        assertRefused(
                send(call, "{\"email\":\"nobody\"}"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" must be a valid email", "string.email"));
        assertRefused(
                send(call, "{\"email\":[\"a@example.org\"]}"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" must be a string", "string.base"));
        assertRefused(send(call, "{"), ErrorCode.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\\r\\nBcc: victim@example.org",
                "a@example.org, victim@example.org",
                "a@example.org\\nSubject: hello",
                "victim <a@example.org>",
                "a@example.org\\u2028"
            })
    void anAddressThatHoldsMoreThanOneIsNone(String address) {
        for (String call : List.of("forgot-password", "resend-verification", "register")) {
            Answer answer = send(call, "{\"email\":\"" + address + "\"}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("\\\"email\\\" must be a valid email");
        }
    }

    @Test
    void aTokenIsAskedFor() {
        assertRefused(
                send("verify-email", "{}"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("token", "\"token\" is required", "any.required"));
        assertRefused(
                Links.verify(""),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("token", "\"token\" is not allowed to be empty", "string.empty"));
    }

    @Test
    void aResetListsAllThatIsWrong() {
        assertRefused(
                send("reset-password", "{\"newPassword\":\"short\"}"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError(
                        "newPassword", "\"newPassword\" length must be at least 8 characters long", "string.min"),
                new FieldError("token", "\"token\" is required", "any.required"));
    }

    @Test
    void aChangeListsAllThatIsWrong() {
        assertRefused(
                Member.register().api().send("POST", "/api/v1/auth/change-email", "{\"new_email\":\"nobody\"}"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("new_email", "\"new_email\" must be a valid email", "string.email"),
                new FieldError("password", "\"password\" is required", "any.required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-ever-had-this-one", "' OR 1=1 --", "%00", "../../etc/passwd", "ä😀"})
    void anUnknownTokenIsRefused(String token) {
        assertRefused(Links.verify(token), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertRefused(Links.reset(token, Links.PASSWORD), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void theAddressesOfAProfileAreThoseOfTheWeb() {
        Member member = Member.register();
        for (String address :
                List.of("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org")) {
            for (String field : List.of("website", "avatar_url")) {
                JsonObject edit = Json.createObjectBuilder().add(field, address).build();

                assertRefused(
                        member.api().put("/api/v1/auth/profile", edit),
                        ErrorCode.VALIDATION_ERROR,
                        new FieldError(
                                field, '"' + field + "\" must be a valid uri with http or https", "any.invalid"));
            }
        }
    }

    @Test
    void linksAreLimitedByAddress() {
        for (String call : List.of("forgot-password", "reset-password", "resend-verification")) {
            Api visitor = Api.anonymous().with("X-Forwarded-For", "2001:db8:1:" + random() + "::1");
            for (int i = 0; i < 5; i++) {
                assertThat(visitor.send("POST", "/api/v1/auth/" + call, "{}").status())
                        .isEqualTo(400);
            }
            assertThat(visitor.send("POST", "/api/v1/auth/" + call, "{}").body().getString("code"))
                    .isEqualTo("AUTH_RATE_LIMIT_EXCEEDED");
        }
    }

    @Test
    void aRefusedRequestPostsNoMail() {
        send("forgot-password", "{\"email\":\"a@b\"}");
        send("resend-verification", "{\"email\":\"a@b\"}");

        assertThat(Sql.text("SELECT count(*) FROM chronicles.mails WHERE address = 'a@b'"))
                .isEqualTo("0");
    }

    private static String random() {
        return UUID.randomUUID().toString().substring(0, 4);
    }

    private static Answer send(String call, String body) {
        return Api.anonymous().send("POST", "/api/v1/auth/" + call, body);
    }
}
