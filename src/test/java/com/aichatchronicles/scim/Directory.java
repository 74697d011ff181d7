package com.aichatchronicles.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.scim.protocol.Change;
import com.aichatchronicles.scim.protocol.ResourceKind;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An enterprise's directory, as the tests play it. */
final class Directory {
    static final String USERS = "/scim/v2/Users";
    static final String GROUPS = "/scim/v2/Groups";
    static final String TYPE = "application/scim+json";

    private Directory() {}

    /** @return a client with the directory's token */
    static Api api() {
        return Api.anonymous().as(TestServer.SCIM_TOKEN).with("Accept", TYPE).with("Content-Type", TYPE);
    }

    /** @return an address that nobody has, in a domain that is not the enterprise's */
    static String newAddress() {
        return newName() + "@elsewhere.example";
    }

    static String newName() {
        return "d" + UUID.randomUUID().toString().replace("-", "");
    }

    /** @return a user of that name, as a body */
    static JsonObjectBuilder user(String userName) {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(ResourceKind.USER.schema()))
                .add("userName", userName);
    }

    /** @return addresses, the first of them primary */
    static JsonArray emails(String... addresses) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (int i = 0; i < addresses.length; i++) {
            array.add(Json.createObjectBuilder().add("value", addresses[i]).add("primary", i == 0));
        }
        return array.build();
    }

    static JsonObject group(String name, String... members) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String member : members) {
            array.add(Json.createObjectBuilder().add("value", member));
        }
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(ResourceKind.GROUP.schema()))
                .add("displayName", name)
                .add("members", array)
                .build();
    }

    /** @return changes, each a JSON text */
    static JsonObject changes(String... operations) {
        return Answer.json(
                "{\"schemas\":[\"" + Change.SCHEMA + "\"],\"Operations\":[" + String.join(",", operations) + "]}");
    }

    /** @return what was made, with an id */
    static JsonObject create(String tree, JsonObject body) {
        Answer answer = api().post(tree, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body();
    }

    /** @return the id of a new user with that address as name */
    static String newUser(String address) {
        return create(USERS, user(address).build()).getString("id");
    }

    static Answer filtered(String tree, String filter) {
        return api().get(tree + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    static void assertRefused(Answer answer, int status, String scimType) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo(TYPE);
        JsonObject body = answer.body();
        assertThat(body.getJsonArray("schemas").getString(0)).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(body.getString("status")).isEqualTo(String.valueOf(status));
        assertThat(body.getString("scimType", null)).isEqualTo(scimType);
        assertThat(body.getString("detail")).isNotBlank().doesNotContain("Exception", "com.", "SELECT");
    }
}
