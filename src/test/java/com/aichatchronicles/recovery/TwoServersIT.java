package com.aichatchronicles.recovery;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That what one server does to an account holds on another at once. */
@ExtendWith(ArquillianExtension.class)
class TwoServersIT {
    private static final String ME = "/api/v1/auth/me";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void twoServersAreOne() throws Exception {
        SecondServer server = SecondServer.shared();
        Api there = server.api();
        ofOneLinkUsedOnBothAtOnceOneWins(there);
        aSignOutHoldsOnBoth(there);
        aResetEndsTheSessionsOfBoth(there);
        aDeletedAccountIsGoneOnBoth(there);
    }

    private static void ofOneLinkUsedOnBothAtOnceOneWins(Api there) throws Exception {
        Member member = Member.register();
        JsonObject reset = reset(Links.resetMail(member).token());
        List<Callable<Answer>> uses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Api server = i % 2 == 0 ? Api.anonymous() : there;
            uses.add(() -> server.post("/api/v1/auth/reset-password", reset));
        }

        List<Answer> answers = Together.run(uses);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.ONE_TIME_TOKEN_INVALID));
    }

    private static void aSignOutHoldsOnBoth(Api there) {
        Member member = Member.register();
        assertThat(there.as(member.token()).get(ME).status()).isEqualTo(200);

        member.api().send("POST", "/api/v1/auth/logout", "");

        assertRefused(there.as(member.token()).get(ME), ErrorCode.INVALID_TOKEN);
        JsonObject refresh = Json.createObjectBuilder()
                .add("refreshToken", member.refreshToken())
                .build();
        assertRefused(there.post("/api/v1/auth/refresh-token", refresh), ErrorCode.TOKEN_REFRESH_ERROR);
    }

    private static void aResetEndsTheSessionsOfBoth(Api there) {
        Member member = Member.register();
        String token = Links.resetMail(member).token();
        assertThat(there.as(member.token()).get(ME).status()).isEqualTo(200);

        assertThat(Links.reset(token, Links.PASSWORD).status()).isEqualTo(200);

        assertRefused(there.as(member.token()).get(ME), ErrorCode.INVALID_TOKEN);
    }

    private static void aDeletedAccountIsGoneOnBoth(Api there) {
        Member member = Member.register();
        JsonObject password =
                Json.createObjectBuilder().add("password", Member.PASSWORD).build();
        assertThat(there.as(member.token()).get(ME).status()).isEqualTo(200);

        assertThat(member.api()
                        .send("DELETE", "/api/v1/auth/account", password.toString())
                        .status())
                .isEqualTo(200);

        assertRefused(there.as(member.token()).get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(
                there.post("/api/v1/auth/login", Member.credentials(member.email(), Member.PASSWORD)),
                ErrorCode.INVALID_CREDENTIALS);
    }

    private static JsonObject reset(String token) {
        return Json.createObjectBuilder()
                .add("token", token)
                .add("newPassword", Links.PASSWORD)
                .build();
    }
}
