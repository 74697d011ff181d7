package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.DifferentServer;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That an account that was there before is linked with its owner's consent alone. */
@ExtendWith(ArquillianExtension.class)
class LinkedAccountIT {
    private static final String SUBJECT = "Please confirm another way to sign in";

    private final Member owner = Member.register();
    private final Person person = new Person(UUID.randomUUID().toString(), owner.email());

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aVerifiedAddressLinksOnceItsOwnerHasOpenedTheMail() {
        verify(owner);
        assertThat(error(person)).isEqualTo("LINK_CONFIRMATION_REQUIRED");
        ReceivedMail mail = Mailbox.await(owner.email(), SUBJECT);
        assertThat(mail.link()).matches(TestServer.FRONT_END + "/link-sign-in\\?token=[\\w-]{43}");
        assertThat(error(person)).isEqualTo("LINK_CONFIRMATION_REQUIRED"); // a mail alone changes nothing

        Answer answer = confirm(mail.token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Member.of(Visit.begin("honest").signIn(person)).id()).isEqualTo(owner.id());
        assertThat(owner.signIn().id()).isEqualTo(owner.id()); // the password goes on
        assertRefused(confirm(mail.token()), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void usedManyTimesAtOnceALinkWorksOnce() throws Exception {
        error(person);
        String token = Mailbox.await(owner.email(), SUBJECT).token();

        List<Answer> answers = Together.run(8, () -> confirm(token));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void whoMadeTheAccountInTheOwnersNameLosesIt() {
        error(person); // the address of the account was never verified: a stranger may have made it
        confirm(Mailbox.await(owner.email(), SUBJECT).token());

        assertThat(owner.api().get("/api/v1/auth/me").status()).isEqualTo(401);
        assertRefused(
                Api.anonymous().post("/api/v1/auth/login", Member.credentials(owner.email(), Member.PASSWORD)),
                ErrorCode.INVALID_CREDENTIALS);
        assertThat(Member.of(Visit.begin("honest").signIn(person)).id()).isEqualTo(owner.id());
    }

    @Test
    void aMadeUpTokenLinksNothing() {
        assertRefused(confirm("made-up"), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(confirm("").status()).isEqualTo(400);
    }

    @Test
    void whoIsSignedInLinksWithThePassword() {
        Person elsewhere = Person.anybody();
        Answer begun = begin(owner.api(), Member.PASSWORD);

        Visit visit = Visit.of(Api.anonymous(), "honest", begun);
        assertThat(Visit.arrived(visit.comeBack(elsewhere))).containsKey("code");

        assertThat(Member.of(Visit.begin("honest").signIn(elsewhere)).id()).isEqualTo(owner.id());
    }

    @Test
    void nobodyLinksWithoutThePassword() {
        assertRefused(begin(owner.api(), "not the password"), ErrorCode.INVALID_PASSWORD);
        assertRefused(begin(Api.anonymous(), Member.PASSWORD), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void whatIsSomebodyElsesIsNotLinked() {
        Person taken = Person.anybody();
        Member somebody = Member.of(Visit.begin("honest").signIn(taken));

        Visit visit = Visit.of(Api.anonymous(), "honest", begin(owner.api(), Member.PASSWORD));

        assertThat(Visit.arrived(visit.comeBack(taken))).containsEntry("error", "IDENTITY_ALREADY_EXISTS");
        assertThat(Member.of(Visit.begin("honest").signIn(taken)).id()).isEqualTo(somebody.id());
    }

    @Test
    void withRegistrationClosedOnlyProvidersMakeAccounts() throws Exception {
        Api api = DifferentServer.shared().api();

        assertRefused(
                api.post("/api/v1/auth/register", Member.registration(Member.newEmail())),
                ErrorCode.REGISTRATION_CLOSED);
        assertThat(api.post("/api/v1/auth/login", Member.credentials(owner.email(), Member.PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(Visit.begin(api, "honest", "").by(api).parameters()).containsKey("state");
    }

    @Test
    void anAccountWithoutAPasswordIsDeletedAfterAFreshSignIn() {
        Person guest = Person.anybody();
        Member old = Member.of(Visit.begin("honest").signIn(guest));
        Sql.update(
                "UPDATE chronicles.sessions SET created_at = now() - interval '11 minutes' WHERE user_id = ?",
                old.id());
        assertRefused(old.api().delete(Visit.BASE + "account"), ErrorCode.RECENT_SIGN_IN_REQUIRED);
        assertRefused(owner.api().delete(Visit.BASE + "account"), ErrorCode.INSUFFICIENT_PERMISSIONS);

        Member fresh = Member.of(Visit.begin("honest").signIn(guest));
        assertThat(fresh.api().delete(Visit.BASE + "account").status()).isEqualTo(200);

        assertThat(Sql.text("SELECT count(*) FROM auth.users WHERE id = ?", old.id()))
                .isEqualTo("0");
        assertThat(Member.of(Visit.begin("honest").signIn(guest)).id()).isNotEqualTo(old.id());
    }

    private static String error(Person who) {
        return Visit.arrived(Visit.begin("honest").comeBack(who)).get("error");
    }

    private static Answer confirm(String token) {
        return Api.anonymous()
                .post(
                        Visit.BASE + "link",
                        Json.createObjectBuilder().add("token", token).build());
    }

    private static Answer begin(Api api, String password) {
        return api.post(
                Visit.BASE + "honest/link",
                Json.createObjectBuilder().add("password", password).build());
    }

    private static void verify(Member member) {
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", member.id());
    }
}
