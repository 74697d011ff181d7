package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.TestProvider;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Back-Channel Logout 1.0, section 2.6 and 2.8. */
@ExtendWith(ArquillianExtension.class)
class BackChannelLogoutIT {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final TestProvider provider = TestProvider.named("honest");
    private final Person person = Person.anybody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theSessionThatTheProviderNamesIsOverAndNoOther() {
        Member named = signIn("session-1" + person.subject());
        Member other = signIn("session-2" + person.subject());

        Answer answer = logout(signed(claims -> claims.claim("sid", "session-1" + person.subject())));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(status(named)).isEqualTo(401);
        assertThat(status(other)).isEqualTo(200);
    }

    @Test
    void withoutASessionAllOfThePersonAreOver() {
        Member one = signIn("a" + person.subject());
        Member another = signIn(null);
        Member somebody = Member.of(Visit.begin("honest").signIn(Person.anybody()));

        assertThat(logout(signed(claims -> claims)).status()).isEqualTo(200);

        assertThat(status(one)).isEqualTo(401);
        assertThat(status(another)).isEqualTo(401);
        assertThat(status(somebody)).isEqualTo(200);
    }

    @Test
    void aSignInUnderWayIsOverToo() {
        Visit visit = Visit.begin("honest");
        String code = Visit.arrived(visit.comeBack(person)).get("code");

        assertThat(logout(signed(claims -> claims)).status()).isEqualTo(200);

        assertRefused(visit.exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
    }

    @Test
    void itHoldsOnEveryServer() throws Exception {
        SecondServer server = SecondServer.shared();
        Member member = signIn(null);
        Api elsewhere = server.api().as(member.token());
        assertThat(elsewhere.get("/api/v1/auth/me").status()).isEqualTo(200);

        assertThat(logout(signed(claims -> claims)).status()).isEqualTo(200);

        assertThat(elsewhere.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void aTokenCountsOnce() {
        String token = signed(claims -> claims);
        assertThat(logout(token).status()).isEqualTo(200);
        Member member = signIn(null);

        assertRefused(logout(token), ErrorCode.LOGOUT_TOKEN_INVALID);
        assertThat(status(member)).isEqualTo(200);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another issuer", claims -> claims.issuer("https://evil.example")),
                lie("another client", claims -> claims.audience("another")),
                lie("no event", claims -> claims.claim("events", null)),
                lie("another event", claims -> claims.claim("events", Map.of("https://example.com/e", Map.of()))),
                lie("a nonce", claims -> claims.claim("nonce", "n")),
                lie("no id", claims -> claims.jwtID(null)),
                lie("an id that is blank", claims -> claims.jwtID(" ")),
                lie("an id that no index takes", claims -> claims.jwtID(Tokens.endless())),
                lie("nobody", claims -> claims.subject(null)),
                lie("nobody by an empty name", claims -> claims.subject("")),
                lie("nobody by a blank name", claims -> claims.subject(" ")),
                lie("a session without a name", claims -> claims.claim("sid", "")),
                lie("a session that is a number", claims -> claims.claim("sid", 7)),
                lie("no time", claims -> claims.issueTime(null)),
                lie(
                        "of yesterday",
                        claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(86_400)))),
                lie(
                        "of tomorrow",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(86_400)))),
                lie(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenThatIsNotRightInEveryRespectIsRefused(String what, UnaryOperator<JWTClaimsSet.Builder> lie) {
        Member member = signIn(null);

        assertRefused(logout(signed(lie)), ErrorCode.LOGOUT_TOKEN_INVALID);
        assertThat(status(member)).isEqualTo(200);
    }

    @Test
    void anIdTokenIsNoLogoutToken() {
        String token = Tokens.signed(provider, person.claims(provider, "n").build());

        assertRefused(logout(token), ErrorCode.LOGOUT_TOKEN_INVALID);
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        assertRefused(logout(new PlainJWT(claims().build()).serialize()), ErrorCode.LOGOUT_TOKEN_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logout_token=", "logout_token=a.b.c", "logout_token=%00", "other=1"})
    void garbageIsRefused(String form) {
        assertRefused(post("honest", form), ErrorCode.LOGOUT_TOKEN_INVALID);
    }

    @Test
    void onlyProvidersOfTheConfigurationHaveASay() {
        assertRefused(post("nobody", "logout_token=x"), ErrorCode.PROVIDER_NOT_FOUND);
        assertRefused(post("github", "logout_token=x"), ErrorCode.LOGOUT_TOKEN_INVALID);
    }

    private Member signIn(String session) {
        Visit visit = Visit.begin("honest");
        Answer back = visit.comeBack(person, claims -> claims.claim("sid", session));
        return Member.of(visit.exchange(Visit.arrived(back).get("code")));
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(TestProvider.CLIENT)
                .subject(person.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> lie) {
        return Tokens.signed(provider, lie.apply(claims()).build());
    }

    private static Answer logout(String token) {
        return post("honest", "logout_token=" + token);
    }

    private static Answer post(String name, String form) {
        return Api.anonymous()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", Visit.BASE + name + "/backchannel-logout", BodyPublishers.ofString(form));
    }

    private static int status(Member member) {
        return member.api().get("/api/v1/auth/me").status();
    }

    private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> lie) {
        return Arguments.of(what, lie);
    }
}
