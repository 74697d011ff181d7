package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * That a server without password sign-in lets nobody in by one, and everybody by a provider. It is reached by HTTPS.
 */
@ExtendWith(ArquillianExtension.class)
class PasswordSignInClosedIT {
    private static SecondServer server;

    private final Member owner = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void start() throws Exception {
        server = SecondServer.start(Map.of("PASSWORD_SIGN_IN", "off", "API_URL", "https://api.example.com"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noPasswordOpensAnything() {
        for (String path : List.of("login", "admin/login")) {
            assertRefused(
                    post(
                            path,
                            Member.credentials(owner.email(), Member.PASSWORD).toString()),
                    ErrorCode.PASSWORD_SIGN_IN_CLOSED);
            assertRefused(
                    post(path, Member.credentials(owner.email(), "wrong").toString()),
                    ErrorCode.PASSWORD_SIGN_IN_CLOSED);
        }
        assertRefused(
                post(
                        "admin/login",
                        Member.credentials(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD)
                                .toString()),
                ErrorCode.PASSWORD_SIGN_IN_CLOSED);
        assertRefused(
                post("second-factor", "{\"challenge\":\"made-up\",\"code\":\"123456\"}"),
                ErrorCode.PASSWORD_SIGN_IN_CLOSED);
    }

    @Test
    void noPasswordIsMadeOrReset() {
        assertRefused(
                post("register", Member.registration(Member.newEmail()).toString()), ErrorCode.REGISTRATION_CLOSED);
        assertRefused(
                post("forgot-password", "{\"email\":\"" + owner.email() + "\"}"), ErrorCode.PASSWORD_SIGN_IN_CLOSED);
        assertRefused(
                post("reset-password", "{\"token\":\"made-up\",\"newPassword\":\"Another-horse-8\"}"),
                ErrorCode.PASSWORD_SIGN_IN_CLOSED);
    }

    @Test
    void aProviderIsTheWayIn() {
        Person person = Person.anybody();

        Member member = Member.of(begin().signIn(person));

        assertThat(member.email()).isEqualTo(person.email());
    }

    @Test
    void theCookieOfTheWayComesFromThisServerAlone() {
        Answer answer = server.api().get(Visit.BASE + "honest/url");

        assertThat(answer.header("Set-Cookie"))
                .matches("__Host-sign_on=[\\w-]{43};.*")
                .contains("Path=/;", "HttpOnly", "Secure", "SameSite=Lax")
                .doesNotContain("Domain");
        Visit visit = begin();
        Visit planted = visit.by(server.api().with("Cookie", visit.cookie().replace("__Host-", "")));
        assertThat(Visit.arrived(planted.comeBack(Person.anybody()))).containsEntry("error", "SIGN_ON_STATE_INVALID");
    }

    @Test
    void aPasswordIsNoWayInThatCouldStay() {
        Person person = Person.anybody();
        Member member = Member.of(begin().signIn(person));
        Sql.update(
                "UPDATE auth.users SET encrypted_password ="
                        + " (SELECT encrypted_password FROM auth.users WHERE id = ?) WHERE id = ?",
                owner.id(),
                member.id());
        Api api = server.api().as(member.token());
        String id = api.get("/api/v1/auth/identities")
                .body()
                .getJsonArray("data")
                .getJsonObject(0)
                .getString("id");
        String consent = "{\"password\":\"" + Member.PASSWORD + "\"}";

        assertRefused(api.send("DELETE", "/api/v1/auth/identities/" + id, consent), ErrorCode.LAST_SIGN_IN_METHOD);
    }

    @Test
    void theOwnerOfAPasswordAndASecondFactorComesInByTheMail() {
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", owner.id());
        Sql.update(
                "INSERT INTO chronicles.second_factors (user_id, secret, created_at, confirmed_at)"
                        + " VALUES (?, 'x', now(), now())",
                owner.id());
        Person person = new Person(UUID.randomUUID().toString(), owner.email());
        assertThat(Visit.arrived(begin().comeBack(person))).containsEntry("error", "LINK_CONFIRMATION_REQUIRED");

        String token = Mailbox.await(owner.email(), "Please confirm another way to sign in")
                .token();
        Answer confirmed = server.api()
                .post(
                        Visit.BASE + "link",
                        Json.createObjectBuilder().add("token", token).build());

        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(Member.of(begin().signIn(person)).id()).isEqualTo(owner.id());
    }

    private static Visit begin() {
        return Visit.begin(server.api(), "honest", "");
    }

    private static Answer post(String path, String body) {
        return server.api().send("POST", "/api/v1/auth/" + path, body);
    }
}
