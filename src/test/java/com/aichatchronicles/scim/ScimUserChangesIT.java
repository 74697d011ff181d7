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
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Sql;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ScimUserChangesIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
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
                                        + "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\":"
                                        + "\"x\"}}",
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
        String id = create(
                        USERS,
                        user(newName()).add("emails", Directory.emails(first)).build())
                .getString("id");

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
        assertRefused(patched(path, "{\"op\":\"add\",\"path\":\"a b\",\"value\":1}"), 400, "invalidPath");
        assertRefused(
                patched(path, "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"maybe\"}"), 400, "invalidValue");
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

    private static Answer patched(String path, String operation) {
        return api().patch(path, changes(operation));
    }

    private static String column(String name, String id) {
        return Sql.text("SELECT " + name + " FROM auth.users WHERE id = ?", UUID.fromString(id));
    }
}
