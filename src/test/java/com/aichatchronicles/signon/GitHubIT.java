package com.aichatchronicles.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestProvider;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in with GitHub, played by a server that answers as its documentation says. */
@ExtendWith(ArquillianExtension.class)
class GitHubIT {
    private static final String TOKEN = "/login/oauth/access_token";

    private final TestProvider gitHub = TestProvider.named("github");
    private final String email = Member.newEmail();
    private final long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeEach
    void answer() {
        gitHub.lie(TOKEN, 200, "{\"access_token\":\"gho_x\",\"token_type\":\"bearer\",\"scope\":\"read:user\"}");
        gitHub.lie("/api/v3/user", 200, "{\"id\":" + id + ",\"login\":\"ada\",\"name\":\"Ada Lovelace\"}");
        emails("{\"email\":\"other@example.net\",\"primary\":false,\"verified\":true},{\"email\":\"" + email
                + "\",\"primary\":true,\"verified\":true}");
    }

    @Test
    void gitHubIsAskedWithPkceAndState() {
        assertThat(Visit.begin("github").parameters())
                .containsEntry("scope", "read:user user:email")
                .containsEntry("code_challenge_method", "S256")
                .containsKey("state")
                .doesNotContainKey("nonce");
    }

    @Test
    void thePrimaryVerifiedAddressCounts() {
        Visit visit = Visit.begin("github");
        Answer answer = visit.exchange(Visit.arrived(visit.comeBack("a-code")).get("code"));

        Member member = Member.of(answer);
        assertThat(member.email()).isEqualTo(email);
        assertThat(answer.body().getJsonObject("data").getJsonObject("user").getBoolean("email_verified"))
                .isTrue();
        Visit again = Visit.begin("github");
        assertThat(Member.of(again.exchange(
                                Visit.arrived(again.comeBack("b-code")).get("code")))
                        .id())
                .isEqualTo(member.id());
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNobodysAccount() {
        Member owner = Member.register();
        emails("{\"email\":\"" + owner.email() + "\",\"primary\":true,\"verified\":false}");

        assertThat(Visit.arrived(Visit.begin("github").comeBack("a-code")))
                .containsEntry("error", "EMAIL_NOT_VERIFIED");
    }

    @Test
    void aCodeThatGitHubDoesNotKnowIsRefused() {
        gitHub.lie(TOKEN, 200, "{\"error\":\"bad_verification_code\",\"error_description\":\"The code is wrong.\"}");

        assertThat(Visit.arrived(Visit.begin("github").comeBack("a-code"))).containsEntry("error", "SIGN_ON_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"7\"}", "[]", "<html>", ""})
    void anAnswerWithoutAnIdIsNone(String user) {
        gitHub.lie("/api/v3/user", 200, user);

        assertThat(Visit.arrived(Visit.begin("github").comeBack("a-code")))
                .containsEntry("error", "PROVIDER_UNAVAILABLE");
    }

    @Test
    void anInterfaceThatFailsIsUnavailable() {
        gitHub.lie("/api/v3/user/emails", 502, "");

        assertThat(Visit.arrived(Visit.begin(Api.anonymous(), "github", "").comeBack("a-code")))
                .containsEntry("error", "PROVIDER_UNAVAILABLE");
    }

    private void emails(String list) {
        gitHub.lie("/api/v3/user/emails", 200, "[" + list + "]");
    }
}
