package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.audit.AuditLog;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestProvider;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That owners see by which providers their account opens, and may take one away without locking themselves out. */
@ExtendWith(ArquillianExtension.class)
class IdentitiesIT {
    private static final String IDENTITIES = "/api/v1/auth/identities";

    private final Person person = Person.anybody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theOwnerSeesEachIdentity() {
        Member member = signIn("honest", person);
        link(member, "other", UUID.randomUUID().toString());

        List<JsonObject> listed = list(member);

        assertThat(listed).hasSize(2);
        JsonObject first = listed.stream()
                .filter(one -> one.getString("provider").equals("honest"))
                .findFirst()
                .orElseThrow();
        assertThat(first.keySet())
                .containsExactlyInAnyOrder(
                        "id", "provider", "issuer", "email", "linked_at", "last_sign_in_at", "current");
        assertThat(first.getString("issuer"))
                .isEqualTo(TestProvider.named("honest").issuer());
        assertThat(first.getString("email")).isEqualTo(person.email());
        assertThat(first.getBoolean("current")).isTrue();
        assertThat(listed).filteredOn(one -> one.getBoolean("current")).hasSize(1);
        assertThat(member.api().get(IDENTITIES).text()).doesNotContain(person.subject());
    }

    @Test
    void nobodyElseSeesThem() {
        signIn("honest", person);

        assertThat(list(Member.register())).isEmpty();
        assertRefused(Api.anonymous().get(IDENTITIES), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void whatIsTakenAwayOpensNothingAnyMore() throws Exception {
        Member owner = Member.register();
        UUID id = link(owner, "honest", person.subject());
        Member elsewhere = signIn("honest", person);
        Visit underWay = Visit.begin("honest");
        String code = Visit.arrived(underWay.comeBack(person)).get("code");
        Member here = owner.signIn();

        assertThat(unlink(here, id, Member.PASSWORD).status()).isEqualTo(200);

        assertThat(list(here)).isEmpty();
        assertRefused(elsewhere.api().get(IDENTITIES), ErrorCode.INVALID_TOKEN);
        assertRefused(SecondServer.shared().api().as(elsewhere.token()).get(IDENTITIES), ErrorCode.INVALID_TOKEN);
        assertRefused(underWay.exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
        Answer again = Visit.begin("honest").comeBack(person);
        assertThat(Visit.arrived(again)).containsKey("code"); // as somebody new, under the address of their own
        assertThat(owner.signIn().id()).isEqualTo(owner.id());
        assertRefused(unlink(here, id, Member.PASSWORD), ErrorCode.IDENTITY_NOT_FOUND);
    }

    @Test
    void theAuditLogKeepsIt() {
        Member owner = Member.register();
        UUID id = link(owner, "honest", person.subject());

        unlink(owner, id, "not the password");
        unlink(owner, id, Member.PASSWORD);

        AuditLog.await("action = 'identity.unlinked' AND outcome = 'refused' AND subject_id = ?", 1, owner.id());
        AuditLog.await(
                "action = 'identity.unlinked' AND outcome = 'done' AND actor_id = ? AND subject_id = ?"
                        + " AND details::jsonb = '{\"provider\":\"honest\"}'",
                1,
                owner.id(),
                owner.id());
    }

    @Test
    void theSessionThatAsksGoesOn() {
        Member owner = Member.register();
        link(owner, "honest", person.subject());
        Member member = signIn("honest", person);
        UUID id = UUID.fromString(list(member).get(0).getString("id"));

        assertThat(unlink(member, id, Member.PASSWORD).status()).isEqualTo(200);

        assertThat(list(member)).isEmpty();
    }

    @Test
    void withoutThePasswordNothingIsTakenAway() {
        Member owner = Member.register();
        UUID id = link(owner, "honest", person.subject());

        assertRefused(unlink(owner, id, "not the password"), ErrorCode.INVALID_PASSWORD);
        assertRefused(unlink(owner, id, null), ErrorCode.INVALID_PASSWORD);
        assertRefused(Api.anonymous().send("DELETE", IDENTITIES + '/' + id, "{}"), ErrorCode.MISSING_TOKEN);
        assertThat(list(owner)).hasSize(1);
    }

    @Test
    void whatIsSomebodyElsesIsNotThere() {
        UUID id = link(Member.register(), "honest", person.subject());

        assertRefused(unlink(Member.register(), id, Member.PASSWORD), ErrorCode.IDENTITY_NOT_FOUND);
        assertRefused(unlink(Member.register(), UUID.randomUUID(), Member.PASSWORD), ErrorCode.IDENTITY_NOT_FOUND);
    }

    @Test
    void theLastWayInStays() {
        Member member = signIn("honest", person);
        UUID id = UUID.fromString(list(member).get(0).getString("id"));
        link(member, "former", UUID.randomUUID().toString()); // opens nothing: the configuration knows it no more

        assertRefused(unlink(member, id, null), ErrorCode.LAST_SIGN_IN_METHOD);

        link(member, "other", UUID.randomUUID().toString());
        assertThat(unlink(member, id, null).status()).isEqualTo(200);
    }

    @Test
    void withoutAPasswordTheSignInMustBeRecent() {
        Member member = signIn("honest", person);
        UUID id = link(member, "other", UUID.randomUUID().toString());
        Sql.update(
                "UPDATE chronicles.sessions SET created_at = now() - interval '11 minutes' WHERE user_id = ?",
                member.id());

        assertRefused(unlink(member, id, null), ErrorCode.RECENT_SIGN_IN_REQUIRED);
    }

    @Test
    void ofTheLastTwoTakenAwayAtOnceOneStays() throws Exception {
        Member member = signIn("honest", person);
        UUID one = UUID.fromString(list(member).get(0).getString("id"));
        UUID other = link(member, "other", UUID.randomUUID().toString());
        List<Callable<Answer>> both = List.of(() -> unlink(member, one, null), () -> unlink(member, other, null));

        List<Answer> answers = Together.run(both);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(list(member)).hasSize(1);
    }

    @Test
    void nobodyEscapesTheProviderThatRulesTheAccount() {
        Member owner = Member.register();
        UUID id = link(owner, "ruling", person.subject());

        assertRefused(unlink(owner, id, Member.PASSWORD), ErrorCode.IDENTITY_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "no-id,{},400",
        "%00,{},400",
        "0192f1d4-51c8-7b10-8a3e-2f6c9d0b7e15,[],400",
        "0192f1d4-51c8-7b10-8a3e-2f6c9d0b7e15,{\"password\":\"\"},400",
        "0192f1d4-51c8-7b10-8a3e-2f6c9d0b7e15,{\"password\":7},400",
        "0192f1d4-51c8-7b10-8a3e-2f6c9d0b7e15,,400"
    })
    void nonsenseIsRefused(String id, String body, int status) {
        Answer answer = Member.register().api().send("DELETE", IDENTITIES + '/' + id, body == null ? "" : body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    private static Member signIn(String provider, Person who) {
        return Member.of(Visit.begin(provider).signIn(who));
    }

    /** @return an identity of the account that it got in some way */
    private static UUID link(Member owner, String provider, String subject) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO chronicles.identities (id, issuer, subject, user_id, provider) VALUES (?, ?, ?, ?, ?)",
                id,
                TestProvider.named(provider).issuer(),
                subject,
                owner.id(),
                provider);
        return id;
    }

    private static Answer unlink(Member member, UUID id, String password) {
        JsonObject consent = password == null
                ? Json.createObjectBuilder().build()
                : Json.createObjectBuilder().add("password", password).build();
        return member.api().send("DELETE", IDENTITIES + '/' + id, consent.toString());
    }

    private static List<JsonObject> list(Member member) {
        Answer answer = member.api().get(IDENTITIES);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class);
    }
}
