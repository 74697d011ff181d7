package com.aichatchronicles.signin;

import static com.aichatchronicles.testing.Member.PASSWORD;
import static com.aichatchronicles.testing.Member.credentials;
import static com.aichatchronicles.testing.Member.newEmail;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SignInIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theRightPasswordSignsIn() {
        Member member = Member.register();

        Answer answer = login(member.email().toUpperCase(Locale.ROOT), PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body().keySet())
                .containsExactly("success", "data", "token", "refreshToken", "expiresIn", "message");
        assertThat(answer.body().getString("message")).isEqualTo("Login successful");
        assertThat(Member.of(answer).id()).isEqualTo(member.id());
        assertThat(Member.of(answer).api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordAreOneRefusal() {
        Member member = Member.register();

        Answer unknown = login(newEmail(), PASSWORD);
        Answer wrong = login(member.email(), "Wrong-horse-7");

        assertNotSignedIn(unknown);
        assertThat(withoutId(wrong)).isEqualTo(withoutId(unknown));
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo(unknown.header("WWW-Authenticate"));
    }

    @Test
    void aBannedAccountIsTheSameRefusal() {
        Member member = Member.register();
        Sql.update("UPDATE auth.users SET banned_until = now() + interval '1 day' WHERE id = ?", member.id());

        assertNotSignedIn(login(member.email(), PASSWORD));
    }

    @Test
    void aBanHoldsForTokensToo() {
        Member member = Member.register();
        Sql.update("UPDATE auth.users SET banned_until = now() + interval '1 day' WHERE id = ?", member.id());

        assertThat(member.api().get("/api/v1/auth/me").status()).isEqualTo(401);
        Sql.update("UPDATE auth.users SET banned_until = now() - interval '1 day' WHERE id = ?", member.id());
        assertThat(member.api().get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(login(member.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anAccountWithoutAPasswordIsTheSameRefusal() {
        String email = newEmail();
        takeOver(email, null);

        assertNotSignedIn(login(email, PASSWORD));
    }

    @Test
    void anAccountFromSupabaseSignsInAndGetsANewHash() {
        String email = newEmail();
        String bcrypt = Password.hash(PASSWORD)
                .with(BcryptFunction.getInstance(Bcrypt.A, 10))
                .getResult();
        assertThat(bcrypt).startsWith("$2a$10$");
        UUID id = takeOver(email, bcrypt);

        assertNotSignedIn(login(email, "Wrong-horse-7"));
        Answer answer = login(email, PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        JsonObject data = answer.body().getJsonObject("data");
        assertThat(data.getJsonObject("user").getString("id")).isEqualTo(id.toString());
        assertThat(data.getJsonObject("profile").getString("full_name")).isEqualTo("From Supabase");
        assertThat(storedHash(id)).startsWith("$argon2id$");
        assertThat(login(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whatIsMissingIsListed() {
        assertRefused(
                Api.anonymous().post("/api/v1/auth/login", JsonObject.EMPTY_JSON_OBJECT),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" is required", "any.required"),
                new FieldError("password", "\"password\" is required", "any.required"));
    }

    @Test
    void anAdminSignsInByTheOldCall() {
        Answer answer = adminLogin(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        JsonObject data = answer.body().getJsonObject("data");
        assertThat(data.keySet()).containsExactlyInAnyOrder("user", "token");
        JsonObject user = data.getJsonObject("user");
        assertThat(user.keySet()).containsExactlyInAnyOrder("id", "email", "name", "role");
        assertThat(user.getString("email")).isEqualTo(TestServer.ADMIN_EMAIL);
        assertThat(user.getString("name")).isEqualTo("Administrator");
        assertThat(user.getString("role")).isEqualTo("admin");
        Answer me = Api.anonymous().as(data.getString("token")).get("/api/v1/auth/admin/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().getJsonObject("data").getJsonObject("user")).isEqualTo(user);
    }

    @Test
    void somebodyElseIsRefusedByTheOldCallLikeAWrongPassword() {
        Member member = Member.register();

        Answer noAdmin = adminLogin(member.email(), PASSWORD);

        assertNotSignedIn(noAdmin);
        assertThat(withoutId(noAdmin)).isEqualTo(withoutId(adminLogin(TestServer.ADMIN_EMAIL, "Wrong-horse-7")));
    }

    @Test
    void aRefusalByTheOldCallIsNoSignIn() {
        Member member = Member.register();
        String before = Sql.text("SELECT last_sign_in_at FROM auth.users WHERE id = ?", member.id());

        assertNotSignedIn(adminLogin(member.email(), PASSWORD));

        assertThat(Sql.text("SELECT last_sign_in_at FROM auth.users WHERE id = ?", member.id()))
                .isEqualTo(before);
    }

    private static UUID takeOver(String email, String hash) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO auth.users (id, aud, role, email, encrypted_password, raw_app_meta_data,"
                        + " raw_user_meta_data) VALUES (?, 'authenticated', 'authenticated', ?, ?,"
                        + " '{\"provider\":\"email\"}', '{\"full_name\":\"From Supabase\"}')",
                id,
                email,
                hash);
        return id;
    }

    private static String storedHash(UUID id) {
        return Sql.text("SELECT encrypted_password FROM auth.users WHERE id = ?", id);
    }

    private static Answer login(String email, String password) {
        return Api.anonymous().post("/api/v1/auth/login", credentials(email, password));
    }

    private static Answer adminLogin(String email, String password) {
        return Api.anonymous().post("/api/v1/auth/admin/login", credentials(email, password));
    }

    private static void assertNotSignedIn(Answer answer) {
        assertRefused(answer, ErrorCode.INVALID_CREDENTIALS);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"aichatchronicles\"");
    }

    private static String withoutId(Answer answer) {
        return answer.text().replace(answer.body().getString("requestId"), "");
    }
}
