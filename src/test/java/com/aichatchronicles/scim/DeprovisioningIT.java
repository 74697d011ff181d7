package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.api;
import static com.aichatchronicles.scim.Directory.changes;
import static com.aichatchronicles.scim.Directory.newUser;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.DifferentServer;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That whom a directory takes out is out at once, everywhere, and comes back when it says so. */
@ExtendWith(ArquillianExtension.class)
class DeprovisioningIT {
    private static final String ME = "/api/v1/auth/me";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void anInactiveUserIsOutAndStaysOut() {
        Member employee = employee();
        String path = USERS + "/" + employee.id();

        activate(path, "\"False\"");

        assertRefused(employee.api().get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(refresh(employee), ErrorCode.TOKEN_REFRESH_ERROR);
        assertRefused(signIn(employee), ErrorCode.INVALID_CREDENTIALS);

        activate(path, "true");

        assertRefused(employee.api().get(ME), ErrorCode.INVALID_TOKEN);
        assertThat(signIn(employee).status()).isEqualTo(200);
    }

    @Test
    void aUserIsOutOnEveryServer() throws Exception {
        Member employee = employee();
        String path = USERS + "/" + employee.id();
        // The other server has no Redis and no directory of its own.
        Api there = DifferentServer.shared().api();
        assertThat(there.as(employee.token()).get(ME).status()).isEqualTo(200);
        assertThat(there.as(TestServer.SCIM_TOKEN).get(USERS).status()).isEqualTo(404);

        activate(path, "false");
        assertRefused(there.as(employee.token()).get(ME), ErrorCode.INVALID_TOKEN);

        activate(path, "true");
        Member back = employee.signIn();
        assertThat(there.as(back.token()).get(ME).status()).isEqualTo(200);
        assertThat(api().delete(path).status()).isEqualTo(204);
        assertRefused(there.as(back.token()).get(ME), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aBanOfTheModeratorsIsNotLiftedByADirectory() {
        Member employee = employee();
        Sql.update("UPDATE auth.users SET banned_until = now() + interval '1 day' WHERE id = ?", employee.id());

        activate(USERS + "/" + employee.id(), "false");
        activate(USERS + "/" + employee.id(), "true");

        assertRefused(signIn(employee), ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void aRoleOfADirectoryIsGoneAtOnce() {
        Member employee = employee();
        String groups =
                Directory.filtered(Directory.GROUPS, "displayName eq \"mods\"").text();
        String path = Directory.GROUPS + "/"
                + (groups.contains("\"id\"")
                        ? Answer.json(groups)
                                .getJsonArray("Resources")
                                .getJsonObject(0)
                                .getString("id")
                        : Directory.create(Directory.GROUPS, Directory.group("mods"))
                                .getString("id"));
        String member = "[{\"value\":\"" + employee.id() + "\"}]";

        api().patch(path, changes("{\"op\":\"add\",\"path\":\"members\",\"value\":" + member + "}"));
        assertThat(employee.api().get("/api/v1/moderation/reports").status()).isEqualTo(200);
        api().patch(path, changes("{\"op\":\"remove\",\"path\":\"members\",\"value\":" + member + "}"));
        assertRefused(employee.api().get("/api/v1/moderation/reports"), ErrorCode.INSUFFICIENT_PERMISSIONS);
    }

    /** @return someone with a password whom the directory has taken over */
    private static Member employee() {
        Member employee = Member.of(Api.anonymous()
                .post("/api/v1/auth/register", Member.registration(Directory.newName() + "@enterprise.example")));
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", employee.id());
        assertThat(newUser(employee.email())).isEqualTo(employee.id().toString());
        return employee;
    }

    private static void activate(String path, String value) {
        Answer answer = api().patch(path, changes("{\"op\":\"Replace\",\"path\":\"active\",\"value\":" + value + "}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Answer signIn(Member member) {
        return Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), Member.PASSWORD));
    }

    private static Answer refresh(Member member) {
        return Api.anonymous()
                .post(
                        "/api/v1/auth/refresh-token",
                        Json.createObjectBuilder()
                                .add("refreshToken", member.refreshToken())
                                .build());
    }
}
