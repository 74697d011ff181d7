package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.Together;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nobody comes in by an address that was made up, stolen or used before, and that nobody is sent away by one. */
@ExtendWith(ArquillianExtension.class)
class HostileCallbackIT {
    private static final String TARGET = TestServer.FRONT_END + "/auth/callback";

    private final Person person = Person.anybody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=abc", "?code=abc&state=", "?code=abc&state=made-up", "", "?error=access_denied"})
    void withoutAStateOfOursThereIsNoSignIn(String query) {
        Answer answer = Visit.begin("honest").api().get(Visit.BASE + "honest/callback" + query);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(TARGET + "?error=SIGN_ON_STATE_INVALID");
    }

    @Test
    void aStateIsGoodOnce() {
        Visit visit = Visit.begin("honest");
        assertThat(Visit.arrived(visit.comeBack(person))).containsKey("code");

        assertThat(Visit.arrived(visit.comeBack(person))).containsEntry("error", "SIGN_ON_STATE_INVALID");
    }

    @Test
    void ofManyUsesOfAStateAtOnceExactlyOneWins() throws Exception {
        Visit visit = Visit.begin("honest");

        List<Map<String, String>> arrivals = Together.run(8, () -> Visit.arrived(visit.comeBack(person)));

        assertThat(arrivals).filteredOn(arrival -> arrival.containsKey("code")).hasSize(1);
    }

    @Test
    void aStateOfAnotherBrowserIsNone() {
        Visit attacker = Visit.begin("honest");
        Visit victim = Visit.begin("honest");

        assertThat(Visit.arrived(attacker.by(victim.api()).comeBack(person)))
                .containsEntry("error", "SIGN_ON_STATE_INVALID");
        assertThat(Visit.arrived(attacker.by(Api.anonymous()).comeBack(person)))
                .containsEntry("error", "SIGN_ON_STATE_INVALID");
        assertThat(Visit.arrived(attacker.comeBack(person))).containsKey("code");
    }

    @Test
    void aStateOfAnotherProviderIsNone() {
        Visit visit = Visit.begin("honest");
        String path = Visit.BASE + "other/callback?code=abc&state=" + visit.state();

        assertThat(Visit.arrived(visit.api().get(path))).containsEntry("error", "SIGN_ON_STATE_INVALID");
    }

    @Test
    void aStateThatIsTooOldIsNone() {
        Visit visit = Visit.begin("honest");
        Sql.update("UPDATE chronicles.sign_on_states SET expires_at = now() WHERE nonce = ?", visit.nonce());

        assertThat(Visit.arrived(visit.comeBack(person))).containsEntry("error", "SIGN_ON_STATE_INVALID");
    }

    @Test
    void aCodeOfTheProviderIsGoodOnce() {
        Visit first = Visit.begin("honest");
        String code = first.code(person, claims -> claims);
        assertThat(Visit.arrived(first.comeBack(code))).containsKey("code");

        assertThat(Visit.arrived(Visit.begin("honest").comeBack(code))).containsEntry("error", "SIGN_ON_REFUSED");
    }

    @Test
    void aCodeThatWasMadeForAnotherSignInIsRefused() {
        String stolen = Visit.begin("honest").code(person, claims -> claims);

        assertThat(Visit.arrived(Visit.begin("honest").comeBack(stolen))).containsEntry("error", "SIGN_ON_REFUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied,SIGN_ON_DENIED",
        "temporarily_unavailable,PROVIDER_UNAVAILABLE",
        "server_error,PROVIDER_UNAVAILABLE",
        "<script>alert(1)</script>,SIGN_ON_REFUSED",
        "'x&code=stolen#',SIGN_ON_REFUSED"
    })
    void whatTheProviderSaysOfAFailureIsNotHandedOn(String said, String code) {
        Visit visit = Visit.begin("honest");

        Answer answer = visit.api()
                .get(visit.callback() + "?error=" + Visit.encode(said) + "&error_description=" + Visit.encode(said)
                        + "&state=" + visit.state());

        assertThat(answer.header("Location")).isEqualTo(TARGET + "?error=" + code);
        assertThat(answer.text()).isNullOrEmpty();
    }

    @Test
    void anAnswerInTheNameOfAnotherIssuerIsRefused() {
        Visit visit = Visit.begin("honest");
        String code = visit.code(person, claims -> claims);

        Answer answer = visit.api()
                .get(visit.callback() + "?code=" + code + "&state=" + visit.state()
                        + "&iss=https%3A%2F%2Fevil.example");

        assertThat(Visit.arrived(answer)).containsEntry("error", "SIGN_ON_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/auth/callback",
                "https://front.example.org.evil.example/site/auth/callback",
                "https://front.example.org@evil.example/site/auth/callback",
                "https://front.example.org/site/auth/callback/../../evil",
                "https://front.example.org/site/auth/callback?next=https://evil.example",
                "https://front.example.org/site/auth/callback#",
                "https://front.example.org/site/auth/callback/",
                "https://FRONT.example.org/site/auth/callback",
                "http://front.example.org/site/auth/callback",
                "https://front.example.org/site/auth/callback\r\nLocation: https://evil.example",
                "javascript:alert(1)",
                "/auth/callback"
            })
    void nobodyIsSentToAPageThatIsNotConfigured(String target) {
        Answer answer = Api.anonymous().get(Visit.BASE + "honest/url?redirect_to=" + Visit.encode(target));

        assertRefused(answer, ErrorCode.REDIRECT_NOT_ALLOWED);
    }

    @Test
    void aFrontEndMayChooseAmongItsPages() {
        String other = TestServer.FRONT_END + "/other";
        Visit visit = Visit.begin(Api.anonymous(), "honest", "?redirect_to=" + Visit.encode(other));

        assertThat(visit.comeBack(person).header("Location")).startsWith(other + "?code=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "HONEST", "honest%2F..", "honest%00", "%3Cscript%3E"})
    void thereIsNoOtherProviderThanThoseOfTheConfiguration(String name) {
        for (String call : List.of("/url", "/callback?code=a&state=b")) {
            assertThat(Api.anonymous().get(Visit.BASE + name + call).status()).isIn(400, 404);
        }
    }

    @Test
    void anUnknownProviderIsNotFound() {
        assertRefused(Api.anonymous().get(Visit.BASE + "nobody/url"), ErrorCode.PROVIDER_NOT_FOUND);
    }

    @Test
    void aMalformedChallengeIsRefused() {
        assertThat(Api.anonymous()
                        .get(Visit.BASE + "honest/url?code_challenge=abc")
                        .body()
                        .getString("code"))
                .isEqualTo("QUERY_VALIDATION_ERROR");
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNobodysAccount() {
        Member owner = Member.register();
        Person pretender = new Person(person.subject(), owner.email());

        Answer answer = Visit.begin("honest").comeBack(pretender, claims -> claims.claim("email_verified", false));

        assertThat(Visit.arrived(answer)).containsEntry("error", "EMAIL_NOT_VERIFIED");
        assertThat(Sql.text("SELECT count(*) FROM chronicles.identities WHERE subject = ?", person.subject()))
                .isEqualTo("0");
        assertThat(owner.signIn().id()).isEqualTo(owner.id());
    }

    @Test
    void withoutAnAddressThereIsNoAccount() {
        Answer answer = Visit.begin("honest").comeBack(person, claims -> claims.claim("email", null));

        assertThat(Visit.arrived(answer)).containsEntry("error", "EMAIL_REQUIRED");
    }

    @Test
    void whoIsBannedDoesNotComeIn() {
        Member member = Member.of(Visit.begin("honest").signIn(person));
        Sql.update("UPDATE auth.users SET banned_until = now() + interval '1 day' WHERE id = ?", member.id());

        assertThat(Visit.arrived(Visit.begin("honest").comeBack(person))).containsEntry("error", "SIGN_ON_NOT_ALLOWED");
    }
}
