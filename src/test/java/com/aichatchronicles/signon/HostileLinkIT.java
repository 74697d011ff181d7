package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.Sql;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That nobody gets, or keeps, a way into somebody else's account by linking. */
@ExtendWith(ArquillianExtension.class)
class HostileLinkIT {
    private static final String SUBJECT = "Please confirm another way to sign in";
    private static final String KEY = "{\"name\":\"A way back\",\"scopes\":[\"profile:read\"]}";

    private final Member owner = Member.register();
    private final Person person = new Person(UUID.randomUUID().toString(), owner.email());

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void whoReadsTheMailsOfAnAccountDoesNotGetRoundItsSecondFactor() {
        verify(owner);
        addSecondFactor(owner);

        assertThat(error(person)).isEqualTo("LINK_SIGN_IN_REQUIRED");

        assertThat(links(owner)).isEqualTo("0");
    }

    @Test
    void aLinkOfBeforeTheSecondFactorIsVoid() {
        verify(owner);
        error(person);
        ReceivedMail mail = Mailbox.await(owner.email(), SUBJECT);
        addSecondFactor(owner);

        assertRefused(confirm(mail.token()), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void theSecondFactorOfAStrangerKeepsNoOwnerOut() {
        addSecondFactor(owner); // of whoever made the account in the name of this address
        error(person);

        assertThat(confirm(Mailbox.await(owner.email(), SUBJECT).token()).status())
                .isEqualTo(200);

        assertThat(Sql.text("SELECT count(*) FROM chronicles.second_factors WHERE user_id = ?", owner.id()))
                .isEqualTo("0");
    }

    @Test
    void theKeysOfAStrangerAreVoidOnceTheOwnerIsThere() {
        Api machine = machine(owner);
        assertThat(machine.get("/api/v1/auth/me").status()).isEqualTo(200);
        error(person);

        confirm(Mailbox.await(owner.email(), SUBJECT).token());

        assertRefused(machine.get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void whatAStrangerLinkedIsGoneOnceTheOwnerHasChosenAPassword() {
        Person stranger = Person.anybody(); // at a provider that lets them name any address
        UnaryOperator<JWTClaimsSet.Builder> lie = claims -> claims.claim("email_verified", false);
        Visit visit = Visit.begin("honest");
        Member taken = Member.of(
                visit.exchange(Visit.arrived(visit.comeBack(stranger, lie)).get("code")));
        Api machine = machine(taken);

        Api.anonymous()
                .post(
                        "/api/v1/auth/forgot-password",
                        Json.createObjectBuilder()
                                .add("email", stranger.email())
                                .build());
        Answer reset = Api.anonymous()
                .post(
                        "/api/v1/auth/reset-password",
                        Json.createObjectBuilder()
                                .add(
                                        "token",
                                        Mailbox.await(stranger.email(), "Reset your password")
                                                .token())
                                .add("newPassword", Member.PASSWORD)
                                .build());

        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        assertThat(Visit.arrived(Visit.begin("honest").comeBack(stranger, lie)))
                .containsEntry("error", "EMAIL_NOT_VERIFIED");
        assertRefused(taken.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertRefused(machine.get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aForgottenPasswordUnlinksNothingOfAnOwnerWhoWasKnown() {
        verify(owner);
        Sql.update(
                "INSERT INTO chronicles.identities (issuer, subject, user_id, provider) VALUES (?, ?, ?, 'honest')",
                Visit.begin("honest").provider().issuer(),
                person.subject(),
                owner.id());
        Api.anonymous()
                .post(
                        "/api/v1/auth/forgot-password",
                        Json.createObjectBuilder().add("email", owner.email()).build());
        String token = Mailbox.await(owner.email(), "Reset your password").token();

        Api.anonymous()
                .post(
                        "/api/v1/auth/reset-password",
                        Json.createObjectBuilder()
                                .add("token", token)
                                .add("newPassword", "Another-horse-8")
                                .build());

        assertThat(Member.of(Visit.begin("honest").signIn(person)).id()).isEqualTo(owner.id());
    }

    @Test
    void anotherPasswordVoidsALinkThatWasBegunWithTheOldOne() {
        Visit visit = Visit.of(Api.anonymous(), "honest", begin(owner.api()));
        assertThat(owner.api()
                        .post(
                                "/api/v1/auth/change-password",
                                Json.createObjectBuilder()
                                        .add("currentPassword", Member.PASSWORD)
                                        .add("newPassword", "Another-horse-8")
                                        .build())
                        .status())
                .isEqualTo(200);

        assertThat(Visit.arrived(visit.comeBack(Person.anybody()))).containsEntry("error", "SIGN_ON_STATE_INVALID");
    }

    @Test
    void whoIsSignedOutEverywhereDoesNotComeInByACodeOfBefore() {
        Person guest = Person.anybody();
        Member member = Member.of(Visit.begin("honest").signIn(guest));
        Visit visit = Visit.begin("honest");
        String code = Visit.arrived(visit.comeBack(guest)).get("code");

        assertThat(Member.admin()
                        .api()
                        .delete("/api/v1/admin/users/" + member.id() + "/sessions")
                        .status())
                .isEqualTo(200);

        assertRefused(visit.exchange(code), ErrorCode.SIGN_ON_CODE_INVALID);
    }

    private static String error(Person who) {
        return Visit.arrived(Visit.begin("honest").comeBack(who)).get("error");
    }

    private static String links(Member member) {
        return Sql.text("SELECT count(*) FROM chronicles.identity_links WHERE user_id = ?", member.id());
    }

    private static Api machine(Member member) {
        String made = member.api()
                .send("POST", "/api/v1/auth/api-keys", KEY)
                .body()
                .getJsonObject("data")
                .getString("key");
        return Api.anonymous().as(made);
    }

    private static Answer confirm(String token) {
        return Api.anonymous()
                .post(
                        Visit.BASE + "link",
                        Json.createObjectBuilder().add("token", token).build());
    }

    private static Answer begin(Api api) {
        return api.post(
                Visit.BASE + "honest/link",
                Json.createObjectBuilder().add("password", Member.PASSWORD).build());
    }

    private static void verify(Member member) {
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", member.id());
    }

    private static void addSecondFactor(Member member) {
        Sql.update(
                "INSERT INTO chronicles.second_factors (user_id, secret, created_at, confirmed_at)"
                        + " VALUES (?, 'x', now(), now())",
                member.id());
    }
}
