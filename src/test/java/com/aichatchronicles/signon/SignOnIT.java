package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Pkce;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SignOnIT {
    private static final String TARGET = TestServer.FRONT_END + "/auth/callback";

    private final Person person = Person.anybody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theProviderIsAskedWithStateNonceAndPkce() {
        Answer answer = Api.anonymous().get(Visit.BASE + "honest/url");

        Map<String, String> asked = Visit.of(Api.anonymous(), "honest", answer).parameters();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie"))
                .matches("sign_on=[\\w-]{43};.*")
                .contains("Path=/api/v1/auth/oauth", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure"); // this server is reached by plain HTTP
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "chronicles")
                .containsEntry("redirect_uri", TestServer.httpAddress() + Visit.BASE + "honest/callback")
                .containsEntry("scope", "openid email profile")
                .containsEntry("code_challenge_method", "S256");
        assertThat(asked.get("state")).matches("[\\w-]{43}");
        assertThat(asked.get("nonce")).matches("[\\w-]{43}").isNotEqualTo(asked.get("state"));
        assertThat(asked.get("code_challenge")).matches("[\\w-]{43}");
    }

    @Test
    void somebodyNewGetsAnAccount() {
        Visit visit = Visit.begin("honest");
        Answer back = visit.comeBack(person);
        assertThat(back.header("Location")).matches(TARGET + "\\?code=[\\w-]{43}");
        assertThat(back.header("Cache-Control")).isEqualTo("no-store");

        Answer answer = visit.exchange(Visit.arrived(back).get("code"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonObject user = answer.body().getJsonObject("data").getJsonObject("user");
        assertThat(user.getString("email")).isEqualTo(person.email());
        assertThat(user.getBoolean("email_verified")).isTrue();
        assertThat(user.getString("role")).isEqualTo("user");
        Member member = Member.of(answer);
        assertThat(member.api()
                        .get("/api/v1/auth/me")
                        .body()
                        .getJsonObject("data")
                        .getString("full_name"))
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void whoComesAgainHasTheSameAccountWhateverTheAddressIsNow() {
        Member first = Member.of(Visit.begin("honest").signIn(person));

        Person moved = new Person(person.subject(), Member.newEmail());
        Member second = Member.of(Visit.begin("honest").signIn(moved));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.email()).isEqualTo(person.email());
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        Member first = Member.of(Visit.begin("honest").signIn(person));

        Person namesake = new Person(person.subject(), Member.newEmail());
        Member second = Member.of(Visit.begin("other").signIn(namesake));

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void anAccountWithoutAPasswordIsNotOpenedByOne() {
        Member member = Member.of(Visit.begin("honest").signIn(person));

        for (String password : List.of("null", " ", Member.PASSWORD)) {
            Answer answer = Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), password));
            assertRefused(answer, ErrorCode.INVALID_CREDENTIALS);
        }
    }

    @Test
    void aFrontEndWithoutCookiesProvesItselfByItsVerifier() {
        String verifier = "v".repeat(43);
        Visit visit = Visit.begin(Api.anonymous(), "honest", "?code_challenge=" + Pkce.challenge(verifier));
        String code = Visit.arrived(visit.comeBack(person)).get("code");
        Visit frontEnd = visit.by(Api.anonymous());

        assertRefused(frontEnd.exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
        assertRefused(frontEnd.exchange(code, "w".repeat(43)), ErrorCode.SIGN_ON_CODE_INVALID);
        assertRefused(visit.exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
        assertThat(frontEnd.exchange(code, verifier).status()).isEqualTo(200);
    }

    @Test
    void theBrowserOfAnApplicationNeedsNoCookie() {
        String verifier = "a".repeat(43);
        Visit visit = Visit.begin(Api.anonymous(), "honest", "?code_challenge=" + Pkce.challenge(verifier))
                .by(Api.anonymous()); // the application has asked for the address, the browser of the system goes there

        String code = Visit.arrived(visit.comeBack(person)).get("code");

        assertThat(visit.exchange(code, verifier).status()).isEqualTo(200);
        assertThat(Visit.arrived(visit.comeBack(person))).containsEntry("error", "SIGN_ON_STATE_INVALID");
    }

    @Test
    void theOneTimeCodeIsOfNoUseToAnotherBrowser() {
        Visit visit = Visit.begin("honest");
        String code = Visit.arrived(visit.comeBack(person)).get("code");

        assertRefused(visit.by(Api.anonymous()).exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
        assertRefused(visit.by(Visit.begin("honest").api()).exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
        assertThat(visit.exchange(code).status()).isEqualTo(200);
        assertRefused(visit.exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
    }

    @Test
    void ofManyExchangesAtOnceExactlyOneWins() throws Exception {
        Visit visit = Visit.begin("honest");
        String code = Visit.arrived(visit.comeBack(person)).get("code");

        List<Answer> answers = Together.run(12, () -> visit.exchange(code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(11)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.SIGN_ON_CODE_INVALID));
    }

    @Test
    void aCodeThatIsTooOldIsGone() {
        Visit visit = Visit.begin("honest");
        String code = Visit.arrived(visit.comeBack(person)).get("code");
        Sql.update(
                "UPDATE chronicles.sign_on_codes SET expires_at = now() - interval '1 second' WHERE subject = ?",
                person.subject());

        assertRefused(visit.exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
    }

    @Test
    void ofManyFirstSignInsAtOnceOneAccountIsMade() throws Exception {
        List<String> outcomes = Together.run(6, () -> {
            Map<String, String> arrived = Visit.arrived(Visit.begin("honest").comeBack(person));
            return arrived.getOrDefault("error", "fine");
        });

        assertThat(outcomes).contains("fine");
        assertThat(Sql.text("SELECT count(*) FROM auth.users WHERE email = ?", person.email()))
                .isEqualTo("1");
        assertThat(Visit.begin("honest").signIn(person).status()).isEqualTo(200);
    }

    @Test
    void nothingThatOpensAnythingIsKeptReadable() {
        Visit visit = Visit.begin("honest");
        String code = Visit.arrived(visit.comeBack(person)).get("code");

        assertThat(Sql.text("SELECT count(*) FROM chronicles.sign_on_codes c WHERE c::text LIKE ?", "%" + code + "%"))
                .isEqualTo("0");
        Visit other = Visit.begin("honest");
        assertThat(Sql.text(
                        "SELECT count(*) FROM chronicles.sign_on_states s WHERE s::text LIKE ?",
                        "%" + other.state() + "%"))
                .isEqualTo("0");
    }

    @Test
    void theWayMayBeginAndEndOnDifferentServers() throws Exception {
        SecondServer server = SecondServer.shared();
        Visit visit = Visit.begin("honest");
        Api elsewhere = server.api().with("Cookie", visit.cookie());

        Answer back = visit.by(elsewhere).comeBack(person);
        Answer answer = visit.exchange(Visit.arrived(back).get("code"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(elsewhere
                        .as(Member.of(answer).token())
                        .get("/api/v1/auth/me")
                        .status())
                .isEqualTo(200);
        assertThat(Visit.arrived(visit.comeBack(person))).containsEntry("error", "SIGN_ON_STATE_INVALID");
    }
}
