package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.api;
import static com.aichatchronicles.scim.Directory.assertRefused;
import static com.aichatchronicles.scim.Directory.changes;
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
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Engines"}}"""
                .replace("NAME", name));

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
                api().post(USERS, user(newAddress()).add("externalId", "x-" + address).build()), 409, "uniqueness");
        assertRefused(
                api().post(USERS, user(newName()).add("emails", emails(address)).build()), 409, "uniqueness");
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

        List<Integer> statuses = Together.run(
                8, () -> api().post(USERS, user(address).build()).status());

        assertThat(statuses).containsOnlyOnce(201).filteredOn(status -> status == 409).hasSize(7);
    }

    @Test
    void aUserIsReplaced() {
        String id = create(
                        USERS,
                        user(newAddress()).add("displayName", "Before").add("active", false).build())
                .getString("id");
        String address = newAddress();

        Answer answer = api().put(USERS + "/" + id, user(address).build());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).doesNotContainKey("displayName");
        assertThat(answer.body().getBoolean("active")).as("nothing was said of it").isFalse();
        assertThat(column("email", id)).isEqualTo(address);
        assertRefused(api().put(USERS + "/" + UUID.randomUUID(), user(newAddress()).build()), 404, null);
        assertRefused(api().put(USERS + "/" + id, user(Member.register().email()).build()), 409, "uniqueness");
    }

    @Test
    void changesAreMadeAsEntraAndOktaWriteThem() {
        String path = USERS + "/" + newUser(newAddress());

        Answer entra = api().patch(
                        path,
                        changes(
                                "{\"op\":\"Add\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"w-"
                                        + newAddress() + "\"}",
                                "{\"op\":\"Replace\",\"value\":{\"displayName\":\"D\",\"name.givenName\":\"G\","
                                        + "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\":\"x\"}}",
                                "{\"op\":\"Replace\",\"path\":\"emails[type eq \\\"home\\\"].value\",\"value\":\"h-"
                                        + newAddress() + "\"}",
                                "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}"));
        assertThat(entra.status()).as(entra.text()).isEqualTo(200);
        assertThat(entra.body().getBoolean("active")).isFalse();
        assertThat(entra.body().getString("displayName")).isEqualTo("D");
        assertThat(entra.body().getJsonObject("name").getString("givenName")).isEqualTo("G");
        assertThat(entra.body().getJsonArray("emails")).hasSize(2);

        Answer okta = api().patch(
                        path,
                        changes(
                                "{\"op\":\"replace\",\"value\":{\"id\":\"whatever\",\"active\":true}}",
                                "{\"op\":\"remove\",\"path\":\"displayName\"}"));
        assertThat(okta.status()).as(okta.text()).isEqualTo(200);
        assertThat(okta.body().getBoolean("active")).isTrue();
        assertThat(okta.body()).doesNotContainKey("displayName");
    }

    @Test
    void anotherPrimaryAddressBecomesTheAccounts() {
        String first = newAddress();
        String second = newAddress();
        String id = create(USERS, user(newName()).add("emails", emails(first)).build()).getString("id");

        Answer answer = api().patch(
                        USERS + "/" + id,
                        changes("{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"" + second
                                + "\",\"primary\":true}]}"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(column("email", id)).isEqualTo(second);
    }

    @Test
    void changesThatCannotBeMadeAreRefused() {
        String path = USERS + "/" + newUser(newAddress());

        assertRefused(patched(path, "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}"), 400, "mutability");
        assertRefused(patched(path, "{\"op\":\"swap\",\"path\":\"active\",\"value\":true}"), 400, "invalidSyntax");
        assertRefused(patched(path, "{\"op\":\"remove\"}"), 400, "invalidPath");
        assertRefused(patched(path, "{\"op\":\"add\",\"path\":\"a b\",\"value\":1}"), 400, "invalidPath");
        assertRefused(patched(path, "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"maybe\"}"), 400, "invalidValue");
        assertRefused(patched(path, "{\"op\":\"remove\",\"path\":\"userName\"}"), 400, "invalidValue");
        assertRefused(patched(path, "{\"op\":\"replace\",\"path\":\"emails\",\"value\":7}"), 400, "invalidValue");
        assertRefused(patched(path, "7"), 400, "invalidSyntax");
        assertRefused(api().patch(path, user("a").build()), 400, "invalidSyntax");
    }

    @Test
    void nobodysChangeIsLost() {
        String path = USERS + "/" + newUser(newAddress());
        String tag = api().get(path).header("ETag");

        assertThat(api().with("If-None-Match", tag).get(path).status()).isEqualTo(304);
        assertThat(api().with("If-Match", tag)
                        .patch(path, changes("{\"op\":\"add\",\"path\":\"displayName\",\"value\":\"1\"}"))
                        .status())
                .isEqualTo(200);
        assertRefused(
                api().with("If-Match", tag)
                        .patch(path, changes("{\"op\":\"add\",\"path\":\"displayName\",\"value\":\"2\"}")),
                412,
                null);
        assertRefused(api().with("If-Match", tag).delete(path), 412, null);
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
            user(newAddress()).add("emails", emails("no address")).build(),
            user(newAddress()).add("emails", 7).build()
        }) {
            assertRefused(api().post(USERS, body), 400, "invalidValue");
        }
    }

    private static Member employee() {
        return Member.of(Api.anonymous()
                .post("/api/v1/auth/register", Member.registration(newName() + "@enterprise.example")));
    }

    private static Answer patched(String path, String operation) {
        return api().patch(path, changes(operation));
    }

    private static jakarta.json.JsonArray emails(String... addresses) {
        jakarta.json.JsonArrayBuilder array = Json.createArrayBuilder();
        for (String address : addresses) {
            array.add(Json.createObjectBuilder().add("value", address).add("primary", address == addresses[0]));
        }
        return array.build();
    }

    private static String column(String name, String id) {
        return Sql.text("SELECT " + name + " FROM auth.users WHERE id = ?", UUID.fromString(id));
    }
}
