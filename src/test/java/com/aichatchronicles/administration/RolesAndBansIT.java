package com.aichatchronicles.administration;

import static com.aichatchronicles.testing.Documented.asDocumented;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles that admins give, and bans. */
@ExtendWith(ArquillianExtension.class)
class RolesAndBansIT {
    private static final String USERS = "/api/v1/admin/users";
    private static final String ONE = USERS + "/{id}";
    private static final JsonObject BAN =
            Json.createObjectBuilder().add("reason", "Sold sandals").build();

    private static Api admin;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void signIn() {
        admin = Member.admin().api();
    }

    @Test
    void aRoleHoldsAtTheNextRequest() {
        Member member = Member.register();
        String audit = "/api/v1/moderation/measures";

        Answer raised = admin.put(USERS + "/" + member.id() + "/role", role("moderator"));
        asDocumented("PUT " + ONE + "/role", raised, 200);
        assertThat(member.api().get(audit).status()).isEqualTo(200);

        admin.put(USERS + "/" + member.id() + "/role", role("user"));
        assertThat(member.api().get(audit).status()).isEqualTo(403);
    }

    @Test
    void ofTwoWhoEditTheSameVersionOneIsTold() {
        String path = USERS + "/" + Member.register().id();
        Api reader = admin.with("If-Match", admin.get(path).header("ETag"));

        assertThat(reader.put(path + "/role", role("premium")).status()).isEqualTo(200);
        assertRefused(reader.put(path + "/role", role("moderator")), ErrorCode.PRECONDITION_FAILED);
        assertRefused(reader.put(path + "/ban", BAN), ErrorCode.PRECONDITION_FAILED);
        assertThat(Community.data(admin.get(path)).getString("role")).isEqualTo("premium");
    }

    @Test
    void aSignInTakesNothingFromAnEditor() {
        Member member = Member.register();
        String path = USERS + "/" + member.id();
        Api reader = admin.with("If-Match", admin.get(path).header("ETag"));

        member.signIn();

        assertThat(reader.put(path + "/role", role("premium")).status()).isEqualTo(200);
    }

    @Test
    void whoIsBannedIsOutAtOnceAndComesBackWhenItIsLifted() {
        Member member = Member.register();
        String ban = USERS + "/" + member.id() + "/ban";
        JsonObject until = Json.createObjectBuilder(BAN)
                .add("until", "2099-01-01T00:00:00Z")
                .build();

        Answer banned = admin.put(ban, until);
        asDocumented("PUT " + ONE + "/ban", banned, 200);
        assertThat(Community.data(banned).getString("banned_until")).startsWith("2099-01-01");
        assertThat(Community.data(banned).getJsonObject("ban").getString("reason"))
                .isEqualTo("Sold sandals");
        assertThat(member.api().get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(signIn(member).status()).isEqualTo(401);

        asDocumented("DELETE " + ONE + "/ban", admin.delete(ban), 200);
        assertThat(member.api().get("/api/v1/auth/me").status()).isEqualTo(401); // its session has ended for good
        assertThat(signIn(member).status()).isEqualTo(200);
    }

    @Test
    void aBanThatIsOverKeepsNobodyOut() {
        Member member = Member.register();
        admin.put(USERS + "/" + member.id() + "/ban", BAN);

        Sql.update("UPDATE auth.users SET banned_until = now() - interval '1 second' WHERE id = ?", member.id());

        assertThat(signIn(member).status()).isEqualTo(200);
        assertThat(Community.data(admin.get(USERS + "/" + member.id())).isNull("ban"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"role\":\"owner\"}",
                "{\"role\":\"\"}",
                "{\"role\":1}",
                "{\"role\":\"admin\\n\"}",
                "[]",
                "{\"role\":{}}"
            })
    void whatIsNoRoleIsRefused(String body) {
        String path = USERS + "/" + Member.register().id() + "/role";

        assertThat(admin.send("PUT", path, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\" \"}",
                "{\"reason\":\"x\",\"until\":\"2020-01-01T00:00:00Z\"}",
                "{\"reason\":\"x\",\"until\":\"tomorrow\"}",
                "{\"reason\":\"x\\u0000\"}"
            })
    void whatIsNoBanIsRefused(String body) {
        String path = USERS + "/" + Member.register().id() + "/ban";

        assertThat(admin.send("PUT", path, body).status()).isEqualTo(400);
    }

    private static Answer signIn(Member member) {
        return Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), Member.PASSWORD));
    }

    private static JsonObject role(String role) {
        return Json.createObjectBuilder().add("role", role).build();
    }
}
