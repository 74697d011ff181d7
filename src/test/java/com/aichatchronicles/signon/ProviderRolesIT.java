package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestProvider;
import com.aichatchronicles.testing.Together;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a role is what the provider says, at each sign-in and at each refresh. */
@ExtendWith(ArquillianExtension.class)
class ProviderRolesIT {
    private final Person person = Person.anybody();
    private final TestProvider ruling = TestProvider.named("ruling");
    private final TestProvider lenient = TestProvider.named("lenient");

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @AfterEach
    void repent() {
        ruling.repent("/token");
        lenient.repent("/token");
    }

    @Test
    void theRoleIsSetAtEachSignIn() {
        assertThat(role(signIn("ruling", null, "mods"))).isEqualTo("moderator");
        assertThat(role(signIn("ruling", null, "chiefs", "mods"))).isEqualTo("admin");
        assertThat(role(signIn("ruling", null))).isEqualTo("user");
    }

    @Test
    void aRoleThatIsLostIsLostAtTheNextRefreshForAllTokens() {
        String token = UUID.randomUUID().toString();
        Answer in = signIn("ruling", token, "mods");
        Member member = Member.of(in);
        assertThat(role(in)).isEqualTo("moderator");
        String next = UUID.randomUUID().toString();
        ruling.grant(token, new TestProvider.Grant(null, answer(ruling, next)));

        Answer refreshed = refresh(member);

        assertThat(role(refreshed)).isEqualTo("user");
        assertRefused(member.api().get("/api/v1/moderation/reports"), ErrorCode.INSUFFICIENT_PERMISSIONS);
        ruling.grant(next, new TestProvider.Grant(null, answer(ruling, null, "mods")));
        assertThat(role(refresh(Member.of(refreshed)))).isEqualTo("moderator");
    }

    @Test
    void whoIsGoneAtTheProviderIsOut() {
        Member member = Member.of(signIn("ruling", "a token that is void by now", "mods"));

        assertRefused(refresh(member), ErrorCode.TOKEN_REFRESH_ERROR);
        assertRefused(member.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void withoutAWayToAskTheSessionIsNotProlonged() {
        Member member = Member.of(signIn("ruling", null, "mods"));

        assertRefused(refresh(member), ErrorCode.TOKEN_REFRESH_ERROR);
        assertRefused(member.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void anAnswerAboutSomebodyElseEndsTheSession() {
        String token = UUID.randomUUID().toString();
        Member member = Member.of(signIn("ruling", token, "mods"));
        JWTClaimsSet claims = Person.anybody().claims(ruling, null).build();
        ruling.grant(token, new TestProvider.Grant(null, Tokens.answer(Tokens.signed(ruling, claims), null)));

        assertRefused(refresh(member), ErrorCode.TOKEN_REFRESH_ERROR);
    }

    @Test
    void whileTheProviderIsDownTheSessionGoesOnForTheTimeOfGrace() {
        Member member = Member.of(signIn("lenient", "a token", "mods"));
        lenient.lie("/token", 503, "");

        Answer refreshed = refresh(member);

        assertThat(role(refreshed)).isEqualTo("moderator");
        Sql.update(
                "UPDATE chronicles.provider_sessions SET confirmed_at = now() - interval '2 hours' WHERE subject = ?",
                person.subject());
        Member later = Member.of(refreshed);
        Answer putOff = refresh(later);
        assertRefused(putOff, ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(putOff.header("Retry-After")).isNotNull();

        lenient.repent("/token");
        lenient.grant("a token", new TestProvider.Grant(null, answer(lenient, null, "mods")));
        assertThat(role(refresh(later))).isEqualTo("moderator"); // the refresh token was not used up
    }

    @Test
    void ofManyRefreshesAtOnceOneAsksTheProvider() throws Exception {
        String token = UUID.randomUUID().toString();
        Member member = Member.of(signIn("ruling", token, "mods"));
        String last = token;
        for (int i = 0; i < 5; i++) { // each good once; one that comes late asks with the next one
            String next = UUID.randomUUID().toString();
            ruling.grant(last, new TestProvider.Grant(null, answer(ruling, next, "mods")));
            last = next;
        }

        List<Answer> answers = Together.run(5, () -> refresh(member));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));
    }

    @Test
    void whatTheProviderMayTakeAwayIsNotKeptByAPassword() {
        Member member = Member.of(signIn("ruling", null, "chiefs"));
        Member other = Member.register();
        Sql.update(
                "UPDATE auth.users SET encrypted_password ="
                        + " (SELECT encrypted_password FROM auth.users WHERE id = ?) WHERE id = ?",
                other.id(),
                member.id());

        assertRefused(
                Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), Member.PASSWORD)),
                ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void anotherNameOfTheProviderOpensNoPassword() {
        Member member = Member.register();
        Sql.update(
                "INSERT INTO chronicles.identities (issuer, subject, user_id, provider)"
                        + " VALUES (?, ?, ?, 'former-name')",
                ruling.issuer(),
                person.subject(),
                member.id());

        assertRefused(
                Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), Member.PASSWORD)),
                ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void nobodySlipsByWhileTheProviderIsAsked() throws Exception {
        Member member = Member.of(signIn("ruling", "a token", "mods"));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ruling.lie("/token", exchange -> {
            asked.countDown();
            await(answer);
            TestProvider.send(exchange, 503, "");
        });

        List<Answer> answers = Together.run(List.of(() -> refresh(member), () -> {
            await(asked);
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> refresh(member));
            second.copy().completeOnTimeout(null, 1, TimeUnit.SECONDS).join(); // time enough for one that slips by
            answer.countDown();
            return second.join();
        }));

        assertThat(answers).allSatisfy(one -> assertRefused(one, ErrorCode.PROVIDER_UNAVAILABLE));
    }

    @Test
    void onlyPeopleOfTheGroupsAndDomainsComeIn() {
        assertThat(error(person, "staff")).isNull();
        assertThat(error(Person.anybody())).isEqualTo("SIGN_ON_NOT_ALLOWED");
        assertThat(error(Person.anybody(), "Staff", "others")).isEqualTo("SIGN_ON_NOT_ALLOWED");
        assertThat(error(new Person("s", "a@example.org.evil.example"), "staff"))
                .isEqualTo("SIGN_ON_NOT_ALLOWED");
        assertThat(error(new Person("s", "a@sub.example.org"), "staff")).isEqualTo("SIGN_ON_NOT_ALLOWED");
    }

    @Test
    void theRefreshTokenOfTheProviderIsNotReadable() {
        String token = "readable-" + UUID.randomUUID();
        signIn("ruling", token, "mods");

        assertThat(Sql.text(
                        "SELECT refresh_token FROM chronicles.provider_sessions WHERE subject = ?", person.subject()))
                .startsWith("ey")
                .doesNotContain("readable");
    }

    private Answer signIn(String provider, String refreshToken, String... groups) {
        Visit visit = Visit.begin(provider);
        JWTClaimsSet claims = person.claims(visit.provider(), visit.nonce())
                .claim("groups", List.of(groups))
                .build();
        String code = visit.code(Tokens.answer(Tokens.signed(visit.provider(), claims), refreshToken));
        return visit.exchange(Visit.arrived(visit.comeBack(code)).get("code"));
    }

    private String answer(TestProvider provider, String next, String... groups) {
        JWTClaimsSet claims =
                person.claims(provider, null).claim("groups", List.of(groups)).build();
        return Tokens.answer(Tokens.signed(provider, claims), next);
    }

    private static String error(Person who, String... groups) {
        return Visit.arrived(Visit.begin("corp").comeBack(who, claims -> claims.claim("groups", List.of(groups))))
                .get("error");
    }

    private static Answer refresh(Member member) {
        return Api.anonymous()
                .post(
                        "/api/v1/auth/refresh-token",
                        Json.createObjectBuilder()
                                .add("refreshToken", member.refreshToken())
                                .build());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String role(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().getJsonObject("data").getJsonObject("user").getString("role");
    }
}
