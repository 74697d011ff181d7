package com.aichatchronicles.secondfactor;

import static com.aichatchronicles.secondfactor.Authenticator.PATH;
import static com.aichatchronicles.secondfactor.Authenticator.both;
import static com.aichatchronicles.secondfactor.Authenticator.code;
import static com.aichatchronicles.secondfactor.Authenticator.finish;
import static com.aichatchronicles.secondfactor.Authenticator.password;
import static com.aichatchronicles.testing.Member.PASSWORD;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Sql;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a second factor is set up, used and given up as described. */
@ExtendWith(ArquillianExtension.class)
class SecondFactorIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void setUpTheSignInAsksForACode() {
        Authenticator authenticator = Authenticator.confirmed();
        String email = authenticator.owner().email();

        Answer first = Api.anonymous().post("/api/v1/auth/login", Member.credentials(email, PASSWORD));
        JsonObject data = first.body().getJsonObject("data");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().keySet()).containsExactly("success", "data", "message");
        assertThat(data.keySet()).containsExactlyInAnyOrder("challenge", "expires_in", "methods");
        assertThat(data.getInt("expires_in")).isEqualTo(300);
        Answer second = finish(Api.anonymous(), data.getString("challenge"), authenticator.code());
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(Member.of(second).api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void untilItIsConfirmedThePasswordIsEnough() {
        Member member = Member.register();
        Authenticator.begun(member);

        assertThat(member.signIn().token()).isNotEmpty();
        assertThat(data(member.api().get(PATH)).getBoolean("enabled")).isFalse();
    }

    @Test
    void begunAgainItHasAnotherSecret() {
        Member member = Member.register();
        Authenticator first = Authenticator.begun(member);
        Authenticator second = Authenticator.begun(member);

        assertRefused(member.api().post(PATH + "/confirm", code(first.code())), ErrorCode.SECOND_FACTOR_INVALID);
        assertThat(member.api().post(PATH + "/confirm", code(second.code())).status())
                .isEqualTo(200);
    }

    @Test
    void onceConfirmedItCannotBeReplaced() {
        Member member = Authenticator.confirmed().owner();

        assertRefused(member.api().post(PATH + "/enrol", password(PASSWORD)), ErrorCode.SECOND_FACTOR_ALREADY_EXISTS);
        assertRefused(member.api().post(PATH + "/confirm", code("123456")), ErrorCode.SECOND_FACTOR_ALREADY_EXISTS);
        JsonObject status = data(member.api().get(PATH));
        assertThat(status.getBoolean("enabled")).isTrue();
        assertThat(status.getInt("recovery_codes_left")).isEqualTo(10);
        assertThat(status.getString("since")).endsWith("Z");
    }

    @Test
    void switchedOffThePasswordIsEnoughAgain() {
        Authenticator authenticator = Authenticator.confirmed();
        Api owner = authenticator.owner().api();

        assertRefused(
                owner.post(PATH + "/disable", both("Wrong-horse-7", authenticator.code())), ErrorCode.INVALID_PASSWORD);
        assertRefused(
                owner.post(PATH + "/disable", both(PASSWORD, authenticator.wrongCode())),
                ErrorCode.SECOND_FACTOR_INVALID);
        assertThat(owner.post(PATH + "/disable", both(PASSWORD, authenticator.code()))
                        .status())
                .isEqualTo(200);

        assertThat(authenticator.owner().signIn().token()).isNotEmpty();
        assertRefused(owner.post(PATH + "/disable", both(PASSWORD, "123456")), ErrorCode.SECOND_FACTOR_NOT_FOUND);
        assertRefused(
                owner.post(PATH + "/recovery-codes", both(PASSWORD, "123456")), ErrorCode.SECOND_FACTOR_NOT_FOUND);
        assertRefused(owner.post(PATH + "/confirm", code("123456")), ErrorCode.SECOND_FACTOR_NOT_FOUND);
    }

    @Test
    void newRecoveryCodesVoidTheFormerOnes() {
        Authenticator authenticator = Authenticator.confirmed();
        Answer answer =
                authenticator.owner().api().post(PATH + "/recovery-codes", both(PASSWORD, authenticator.code()));
        List<String> renewed = Authenticator.recoveryCodes(answer);

        assertThat(renewed).hasSize(10).doesNotHaveDuplicates();
        assertRefused(
                finish(
                        Api.anonymous(),
                        authenticator.challenge(),
                        authenticator.recoveryCodes().get(0)),
                ErrorCode.SECOND_FACTOR_INVALID);
        assertThat(finish(Api.anonymous(), authenticator.challenge(), renewed.get(0))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAdminIsAskedByTheOldCallToo() {
        Authenticator authenticator = Authenticator.confirmed(Member.register("admin"));
        Answer first = Api.anonymous()
                .post(
                        "/api/v1/auth/admin/login",
                        Member.credentials(authenticator.owner().email(), PASSWORD));

        Answer second = finish(
                Api.anonymous(), first.body().getJsonObject("data").getString("challenge"), authenticator.code());

        assertThat(second.status()).isEqualTo(200);
        assertThat(Member.of(second).api().get("/api/v1/auth/admin/me").status())
                .isEqualTo(200);
    }

    @Test
    void nobodySetsUpOrSeesAnything() {
        Api nobody = Api.anonymous();

        assertRefused(nobody.get(PATH), ErrorCode.MISSING_TOKEN);
        for (String call : List.of("/enrol", "/confirm", "/disable", "/recovery-codes")) {
            assertRefused(nobody.send("POST", PATH + call, "{}"), ErrorCode.MISSING_TOKEN);
        }
        Member member = Member.register();
        for (String call : List.of("", "/enrol", "/confirm", "/disable", "/recovery-codes")) {
            assertThat(member.api().send("POST", PATH + call, "{\"code\":7}").status())
                    .isEqualTo(400);
        }
        assertRefused(member.api().post(PATH + "/enrol", password("Wrong-horse-7")), ErrorCode.INVALID_PASSWORD);
    }

    @Test
    void nothingSecretIsLoggedOrStoredReadably() {
        ServerLog log = new ServerLog();
        Authenticator authenticator = Authenticator.confirmed();
        String challenge = authenticator.challenge();
        String code = authenticator.recoveryCodes().get(0);
        finish(Api.anonymous(), challenge, code);

        assertThat(log.text()).doesNotContain(authenticator.secret(), challenge, code, PASSWORD);
        assertThat(Sql.text(
                        "SELECT string_agg(c::text, ' ') FROM chronicles.recovery_codes c WHERE user_id = ?",
                        authenticator.owner().id()))
                .doesNotContain(code, code.replace("-", ""));
    }

    private static JsonObject data(Answer answer) {
        return answer.body().getJsonObject("data");
    }
}
