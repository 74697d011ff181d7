package com.aichatchronicles.apikeys;

import static com.aichatchronicles.apikeys.Machine.KEYS;
import static com.aichatchronicles.apikeys.Machine.wanted;
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
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys for machines, and what they open. */
@ExtendWith(ArquillianExtension.class)
class ApiKeysIT {
    private static final String ME = "/api/v1/auth/me";
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String MEASURES = "/api/v1/moderation/measures";
    private static final String USERS = "/api/v1/admin/users/";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aKeyIsToldOnceAndKeptAsAHash() {
        Member owner = Member.register();

        Answer made = owner.api().post(KEYS, wanted("profile:read"));

        asDocumented("POST " + KEYS, made, 201);
        String key = made.body().getJsonObject("data").getString("key");
        assertThat(key).matches("acc_[\\w-]{43}");
        Answer list = owner.api().get(KEYS);
        asDocumented("GET " + KEYS, list, 200);
        assertThat(Community.texts(list, "prefix")).containsExactly(key.substring(0, 12));
        assertThat(list.text()).doesNotContain(key);
        assertThat(Sql.text("SELECT row_to_json(k)::text FROM chronicles.api_keys k WHERE owner_id = ?", owner.id()))
                .doesNotContain(key);
    }

    @Test
    void aKeyOpensTheRoutesOfItsScopesInEitherHeader() {
        Member owner = Member.register();
        String key = Machine.key(owner, "profile:read").getString("key");

        Answer bearer = Api.anonymous().as(key).get(ME);
        Answer header = Api.anonymous().with("X-API-Key", key).get(ME);

        assertThat(Community.data(bearer).getString("id")).isEqualTo(owner.id().toString());
        assertThat(header.text()).isEqualTo(bearer.text());
        assertThat(bearer.header("WWW-Authenticate"))
                .as("nothing is wrong with the key")
                .isNull();
        assertRefused(Api.anonymous().as(key).get(CONVERSATIONS), ErrorCode.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void aKeyWritesForItsOwner() {
        Member owner = Member.register();
        Api machine = Machine.of(owner, "conversations:read", "conversations:write");
        JsonObject post = Json.createObjectBuilder()
                .add("title", "Written by a machine")
                .add("content", "Beep, said the machine, " + UUID.randomUUID())
                .add("category", "Science")
                .build();

        Answer published = machine.with("Idempotency-Key", "one").post(CONVERSATIONS, post);
        Answer again = machine.with("Idempotency-Key", "one").post(CONVERSATIONS, post);

        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.body().getJsonObject("data").getString("author_id"))
                .isEqualTo(owner.id().toString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aKeyMayNoMoreThanItsOwnerAtThatMoment() {
        Member owner = Member.register("moderator");
        Api machine = Machine.of(owner, "moderation:read", "admin:read");

        assertThat(machine.get(MEASURES).status()).isEqualTo(200);
        assertRefused(machine.get(USERS + owner.id()), ErrorCode.INSUFFICIENT_PERMISSIONS);
        owner.give("user");
        assertRefused(machine.get(MEASURES), ErrorCode.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void aKeyOpensNothingThatBelongsToItsOwnerInPerson() {
        Member owner = Member.register("admin");
        Api machine = Machine.of(owner, every());

        assertRefused(machine.post(KEYS, wanted("profile:read")), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertRefused(machine.get(KEYS), ErrorCode.INSUFFICIENT_PERMISSIONS);
        for (String path : List.of("change-password", "second-factor/enrol", "change-email", "logout")) {
            assertRefused(
                    machine.post("/api/v1/auth/" + path, JsonValue.EMPTY_JSON_OBJECT),
                    ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
        assertRefused(machine.send("DELETE", "/api/v1/auth/account", "{}"), ErrorCode.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void aKeyEndsAtOnce() {
        Member owner = Member.register();
        JsonObject revoked = Machine.key(owner, "profile:read");
        JsonObject expired = Machine.key(owner, "profile:read");

        asDocumented("DELETE " + KEYS + "/{id}", owner.api().delete(KEYS + "/" + revoked.getString("id")), 200);
        Sql.update(
                "UPDATE chronicles.api_keys SET expires_at = now() WHERE id = ?",
                UUID.fromString(expired.getString("id")));

        for (JsonObject key : List.of(revoked, expired)) {
            Api machine = Api.anonymous().as(key.getString("key"));
            assertRefused(machine.get(ME), ErrorCode.INVALID_TOKEN);
            assertRefused(machine.get(CONVERSATIONS), ErrorCode.INVALID_TOKEN); // public, but the machine shall know
        }
    }

    @Test
    void aBannedOrDeletedOwnersKeyIsDead() {
        Member owner = Member.register();
        Api machine = Machine.of(owner, "profile:read");
        Api admin = Member.admin().api();

        admin.put(
                USERS + owner.id() + "/ban",
                Json.createObjectBuilder().add("reason", "x").build());
        assertRefused(machine.get(ME), ErrorCode.INVALID_TOKEN);
        admin.delete(USERS + owner.id() + "/ban");
        assertThat(machine.get(ME).status()).isEqualTo(200);
        admin.delete(USERS + owner.id());
        assertRefused(machine.get(ME), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void theLastUseIsNotedAtMostOnceAMinute() {
        Member owner = Member.register();
        Api machine = Machine.of(owner, "profile:read");
        String lastUse = "SELECT last_used_at FROM chronicles.api_keys WHERE owner_id = ?";
        assertThat(Sql.text(lastUse, owner.id())).isNull();

        machine.get(ME);
        String first = Sql.text(lastUse, owner.id());
        machine.get(ME);

        assertThat(first).isNotNull();
        assertThat(Sql.text(lastUse, owner.id())).isEqualTo(first);
    }

    @Test
    void callsAreCountedByKeyWhateverTheRole() {
        Api machine = Machine.of(Member.register("admin"), "profile:read").with("X-Forwarded-For", "192.0.2.191");

        Answer answer = machine.get(ME);

        assertThat(answer.header("RateLimit-Policy")).contains("\"api_key\";q=600;w=60");
        assertThat(machine.get(ME).header("RateLimit-Remaining")).isEqualTo("598");
    }

    @Test
    void nobodyHasMoreThanTwenty() throws Exception {
        Member owner = Member.register();

        List<Answer> answers = Together.run(25, () -> owner.api().post(KEYS, wanted("profile:read")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(20);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.API_KEY_LIMIT_REACHED));
    }

    @Test
    void strangersKeysAreNotFound() {
        JsonObject key = Machine.key(Member.register(), "profile:read");

        assertRefused(Member.register().api().delete(KEYS + "/" + key.getString("id")), ErrorCode.API_KEY_NOT_FOUND);
        assertRefused(Api.anonymous().get(KEYS), ErrorCode.MISSING_TOKEN);
        assertThat(Api.anonymous().as(key.getString("key")).get(ME).status()).isEqualTo(200);
    }

    @Test
    void adminsListAndRevokeAnybodysKeys() {
        Member owner = Member.register();
        JsonObject key = Machine.key(owner, "profile:read");
        String keys = USERS + owner.id() + "/api-keys";
        Api admin = Member.admin().api();

        Answer list = admin.get(keys);
        asDocumented("GET " + USERS + "{id}/api-keys", list, 200);
        assertThat(Community.texts(list, "id")).containsExactly(key.getString("id"));
        assertRefused(owner.api().get(keys), ErrorCode.INSUFFICIENT_PERMISSIONS);
        asDocumented("DELETE " + USERS + "{id}/api-keys/{key}", admin.delete(keys + "/" + key.getString("id")), 200);
        assertRefused(Api.anonymous().as(key.getString("key")).get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(admin.delete(keys + "/" + key.getString("id")), ErrorCode.API_KEY_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\",\"scopes\":[]}",
                "{\"name\":\"x\",\"scopes\":[\"everything\"]}",
                "{\"name\":\"x\",\"scopes\":[null]}",
                "{\"name\":\"x\",\"scopes\":\"profile:read\"}",
                "{\"name\":\" \",\"scopes\":[\"profile:read\"]}",
                "{\"name\":\"x\",\"scopes\":[\"profile:read\"],\"expires_at\":\"2020-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"scopes\":[\"profile:read\"],\"expires_at\":\"2999-01-01T00:00:00Z\"}"
            })
    void whatIsNoKeyIsRefused(String body) {
        assertThat(Member.admin().api().send("POST", KEYS, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acc_", "acc_x", "x", "acc_'; DROP TABLE users; --", "Bearer acc_x"})
    void whatLooksLikeAKeyIsRefused(String text) {
        assertRefused(Api.anonymous().with("X-API-Key", text).get(ME), ErrorCode.INVALID_TOKEN);
    }

    private static String[] every() {
        return List.of(Scope.values()).stream().map(Scope::text).toArray(String[]::new);
    }
}
