package com.aichatchronicles.signin;

import static com.aichatchronicles.testing.Member.newEmail;
import static com.aichatchronicles.testing.Member.newUsername;
import static com.aichatchronicles.testing.Member.registration;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class RegistrationIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aNewAccountIsSignedIn() {
        String email = newEmail();
        Answer answer = register(registration(email));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonObject body = answer.body();
        assertThat(body.keySet()).containsExactly("success", "data", "token", "refreshToken", "expiresIn", "message");
        assertThat(body.getBoolean("success")).isTrue();
        assertThat(body.getInt("expiresIn")).isEqualTo(900);
        assertThat(body.getString("message")).isEqualTo("User registered successfully");
        assertThat(body.getString("refreshToken")).matches("[\\w-]{43}");
        assertThat(Member.of(answer).api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void aNewAccountHasItsMembersAndAProfile() {
        String email = newEmail();
        JsonObject data = register(registration(email)).body().getJsonObject("data");

        assertThat(data.keySet()).containsExactlyInAnyOrder("user", "profile");
        JsonObject user = data.getJsonObject("user");
        assertThat(user.keySet())
                .containsExactlyInAnyOrder("id", "email", "role", "email_verified", "created_at", "last_sign_in_at");
        assertThat(user.getString("email")).isEqualTo(email);
        assertThat(user.getString("role")).isEqualTo("user");
        assertThat(user.getBoolean("email_verified")).isFalse();
        JsonObject profile = data.getJsonObject("profile");
        assertThat(profile.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "full_name",
                        "username",
                        "title",
                        "bio",
                        "avatar_url",
                        "location",
                        "website",
                        "interests",
                        "created_at",
                        "updated_at");
        assertThat(profile.getString("id")).isEqualTo(user.getString("id"));
        assertThat(profile.getString("full_name")).isEqualTo("Test Member");
        assertThat(profile.isNull("username")).isTrue();
    }

    @Test
    void theStoredPasswordIsAnArgonHash() {
        Member member = Member.register();

        assertThat(Sql.text("SELECT encrypted_password FROM auth.users WHERE id = ?", member.id()))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void anAddressIsTakenInAnyCase() {
        Member member = Member.register();

        assertTaken(register(registration(member.email().toUpperCase(Locale.ROOT))));
    }

    @Test
    void aUsernameIsTakenInAnyCase() {
        String username = newUsername();
        assertThat(register(withUsername(username)).status()).isEqualTo(201);

        assertTaken(register(withUsername(username.toLowerCase(Locale.ROOT))));
    }

    @Test
    void ofManyRegistrationsAtOnceOneWins() throws Exception {
        String email = newEmail();

        List<Answer> answers = Together.run(100, () -> register(registration(email)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(99)
                .allSatisfy(RegistrationIT::assertTaken);
        assertThat(Sql.text("SELECT count(*) FROM auth.users WHERE email = ?", email))
                .isEqualTo("1");
        assertThat(Sql.text("SELECT count(*) FROM public.profiles WHERE email = ?", email))
                .isEqualTo("1");
    }

    @Test
    void ofTwoSpellingsOfAUsernameAtOnceOneWins() throws Exception {
        String upper = newUsername();
        String lower = upper.toLowerCase(Locale.ROOT);
        AtomicInteger turn = new AtomicInteger();

        List<Answer> answers =
                Together.run(10, () -> register(withUsername(turn.incrementAndGet() % 2 == 0 ? upper : lower)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(9);
    }

    @Test
    void unknownMembersAreIgnored() {
        JsonObject more = Json.createObjectBuilder(registration(newEmail()))
                .add("role", "admin")
                .add("email_verified", true)
                .add("id", "00000000-0000-0000-0000-000000000000")
                .add("raw_app_meta_data", Json.createObjectBuilder().add("role", "admin"))
                .build();

        JsonObject user = register(more).body().getJsonObject("data").getJsonObject("user");

        assertThat(user.getString("role")).isEqualTo("user");
        assertThat(user.getBoolean("email_verified")).isFalse();
        assertThat(user.getString("id")).isNotEqualTo(more.getString("id"));
    }

    private static Answer register(JsonObject registration) {
        return Api.anonymous().post("/api/v1/auth/register", registration);
    }

    private static JsonObject withUsername(String username) {
        return Json.createObjectBuilder(registration(newEmail()))
                .add("username", username)
                .build();
    }

    private static void assertTaken(Answer answer) {
        assertRefused(answer, ErrorCode.USER_ALREADY_EXISTS);
    }
}
