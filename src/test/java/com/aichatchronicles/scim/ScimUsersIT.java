package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.api;
import static com.aichatchronicles.scim.Directory.assertRefused;
import static com.aichatchronicles.scim.Directory.create;
import static com.aichatchronicles.scim.Directory.newAddress;
import static com.aichatchronicles.scim.Directory.newName;
import static com.aichatchronicles.scim.Directory.newUser;
import static com.aichatchronicles.scim.Directory.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ScimUsersIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aUserIsMadeWithAnAccount() {
        String name = newName();
        JsonObject body = Answer.json("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "userName":"NAME@Elsewhere.Example","externalId":"x-NAME","displayName":"Ada L.","title":"Countess",
                 "name":{"givenName":"Ada","familyName":"Lovelace"},"password":"t0p-Secret!",
                 "emails":[{"value":"private-NAME@elsewhere.example","type":"home"},
                           {"value":"NAME@Elsewhere.Example","type":"work","primary":true}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{
                     "department":"Engines"}}""".replace("NAME", name));

        Answer answer = api().post(USERS, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonObject made = answer.body();
        String id = made.getString("id");
        assertThat(answer.header("Location")).isEqualTo(TestServer.httpAddress() + USERS + "/" + id);
        assertThat(answer.header("ETag"))
                .isEqualTo(made.getJsonObject("meta").getString("version"))
                .startsWith("W/\"");
        assertThat(made.getString("userName")).isEqualTo(name + "@Elsewhere.Example");
        assertThat(made.getBoolean("active")).isTrue();
        assertThat(made.getJsonArray("emails")).hasSize(2);
        assertThat(answer.text()).doesNotContain("t0p", "Engines", "Countess");
        assertThat(api().get(USERS + "/" + id).body()).isEqualTo(made);
        assertThat(column("email", id)).isEqualTo(name + "@elsewhere.example");
        assertThat(column("encrypted_password", id)).isNull();
        assertThat(column("email_confirmed_at", id)).isNull();
        assertThat(Sql.text("SELECT full_name FROM public.profiles WHERE id = ?", UUID.fromString(id)))
                .isEqualTo("Ada L.");
    }

    @Test
    void anAddressOfTheEnterpriseCountsAsProved() {
        assertThat(column("email_confirmed_at", newUser(newName() + "@enterprise.example")))
                .isNotNull();
    }

    @Test
    void whatIsTakenIsAConflict() {
        String address = newAddress();
        create(USERS, user(address).add("externalId", "x-" + address).build());

        assertRefused(api().post(USERS, user(address.toUpperCase()).build()), 409, "uniqueness");
        assertRefused(
                api().post(
                                USERS,
                                user(newAddress())
                                        .add("externalId", "x-" + address)
                                        .build()),
                409,
                "uniqueness");
        assertRefused(
                api().post(
                                USERS,
                                user(newName())
                                        .add("emails", Directory.emails(address))
                                        .build()),
                409,
                "uniqueness");
    }

    @Test
    void nobodyLosesAnAccountToADirectory() {
        Member stranger = Member.register();
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", stranger.id());

        assertRefused(api().post(USERS, user(stranger.email()).build()), 409, "uniqueness");
        assertRefused(api().get(USERS + "/" + stranger.id()), 404, null);
        assertRefused(api().delete(USERS + "/" + stranger.id()), 404, null);
        assertThat(stranger.api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void aProvedAddressOfTheEnterpriseIsTakenOver() {
        Member employee = employee();
        assertRefused(api().post(USERS, user(employee.email()).build()), 409, "uniqueness");
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", employee.id());

        assertThat(newUser(employee.email())).isEqualTo(employee.id().toString());
        assertThat(employee.api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorIsNeverTakenOver() {
        Member admin = employee();
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", admin.id());
        admin.give("admin");

        assertRefused(api().post(USERS, user(admin.email()).build()), 409, "uniqueness");
    }

    @Test
    void ofManyAtOnceOneIsMade() throws Exception {
        String address = newAddress();

        List<Integer> statuses =
                Together.run(8, () -> api().post(USERS, user(address).build()).status());

        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(7);
    }

    @Test
    void aUserIsReplaced() {
        String id = create(
                        USERS,
                        user(newAddress())
                                .add("displayName", "Before")
                                .add("active", false)
                                .build())
                .getString("id");
        String address = newAddress();

        Answer answer = api().put(USERS + "/" + id, user(address).build());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).doesNotContainKey("displayName");
        assertThat(answer.body().getBoolean("active"))
                .as("nothing was said of it")
                .isFalse();
        assertThat(column("email", id)).isEqualTo(address);
        assertRefused(
                api().put(USERS + "/" + UUID.randomUUID(), user(newAddress()).build()), 404, null);
        assertRefused(
                api().put(USERS + "/" + id, user(Member.register().email()).build()), 409, "uniqueness");
    }

    @Test
    void aDeletedUserIsGoneWithTheAccount() {
        String id = newUser(newAddress());

        assertThat(api().delete(USERS + "/" + id).status()).isEqualTo(204);

        assertRefused(api().get(USERS + "/" + id), 404, null);
        assertRefused(api().delete(USERS + "/" + id), 404, null);
        assertThat(Sql.text("SELECT count(*) FROM auth.users WHERE id = ?", UUID.fromString(id)))
                .isEqualTo("0");
        assertThat(Sql.text(
                        "SELECT count(*) FROM chronicles.deleted_accounts WHERE account_id = ?", UUID.fromString(id)))
                .isEqualTo("1");
    }

    @Test
    void whatIsNoUserIsRefused() {
        for (String body : new String[] {
            "[]", "7", "{}", "{\"schemas\":[\"urn:none\"],\"userName\":\"a@b.example\"}", "{\"schemas\":7}"
        }) {
            assertRefused(api().send("POST", USERS, body), 400, "invalidSyntax");
        }
        assertRefused(api().send("POST", USERS, user("a\u0000b").build().toString()), 400, "invalidSyntax");
        for (JsonObject body : new JsonObject[] {
            user("").build(),
            user("no address").build(),
            user("a".repeat(300) + "@b.example").build(),
            user("two\nlines@b.example").build(),
            user(newAddress()).add("active", "maybe").build(),
            user(newAddress()).add("active", 7).build(),
            user(newAddress()).add("name", "Ada").build(),
            user(newAddress()).add("externalId", Json.createArrayBuilder()).build(),
            user(newAddress()).add("emails", Directory.emails("no address")).build(),
            user(newAddress()).add("emails", 7).build()
        }) {
            assertRefused(api().post(USERS, body), 400, "invalidValue");
        }
    }

    private static Member employee() {
        return Member.of(
                Api.anonymous().post("/api/v1/auth/register", Member.registration(newName() + "@enterprise.example")));
    }

    private static String column(String name, String id) {
        return Sql.text("SELECT " + name + " FROM auth.users WHERE id = ?", UUID.fromString(id));
    }
}
