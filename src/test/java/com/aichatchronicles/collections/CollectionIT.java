package com.aichatchronicles.collections;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class CollectionIT {
    private final Member owner = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aNewCollectionIsEmptyAndPrivateUnlessSaidOtherwise() {
        Answer made = owner.api().post(Shelves.PATH, Answer.json("{\"name\":\"  For later \"}"));

        assertThat(made.status()).isEqualTo(201);
        JsonObject data = made.body().getJsonObject("data");
        assertThat(made.header("Location")).endsWith(Shelves.PATH + "/" + data.getString("id"));
        assertThat(data).isEqualTo(Answer.json("""
                {"id":"%s","name":"For later","description":null,"public":false,"conversations_count":0,
                 "owner":{"id":"%s","full_name":"%s","username":"%s","avatar_url":null},"version":1,
                 "created_at":"%s","updated_at":"%s"}
                """.formatted(
                        data.getString("id"),
                        owner.id(),
                        owner.name(),
                        owner.username(),
                        data.getString("created_at"),
                        data.getString("created_at"))));
        Answer read = owner.api().get(Shelves.PATH + "/" + data.getString("id"));
        assertThat(Community.data(read)).isEqualTo(data);
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @Test
    void aCollectionIsMadeOnceForEachKey() {
        Api keyed = owner.api().with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = keyed.post(Shelves.PATH, Shelves.body("Once", false));
        Answer again = keyed.post(Shelves.PATH, Shelves.body("Once", false));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Community.total(owner.api().get(Shelves.PATH))).isEqualTo(1);
    }

    @Test
    void itIsRenamedDescribedAndShown() {
        String path = Shelves.make(owner, false);

        Answer edited =
                owner.api().put(path, Answer.json("{\"name\":\"New\",\"description\":\"All of it\",\"public\":true}"));

        JsonObject data = Community.data(edited);
        assertThat(data.getString("name")).isEqualTo("New");
        assertThat(data.getString("description")).isEqualTo("All of it");
        assertThat(data.getBoolean("public")).isTrue();
        assertThat(data.getInt("version")).isEqualTo(2);
        assertThat(Community.data(Api.anonymous().get(path)).getString("name")).isEqualTo("New");
        JsonObject cleared = Community.data(owner.api().put(path, Answer.json("{\"description\":\"\"}")));
        assertThat(cleared.isNull("description")).isTrue();
        assertThat(cleared.getString("name")).isEqualTo("New");
        assertThat(cleared.getBoolean("public")).isTrue();
    }

    @Test
    void ofTwoEditorsTheSecondIsTold() {
        String path = Shelves.make(owner, false);
        String tag = owner.api().get(path).header("ETag");
        Shelves.add(owner, path, Community.publish(owner));
        Api editor = owner.api().with("If-Match", tag);

        assertThat(editor.put(path, Answer.json("{\"name\":\"First\"}")).status())
                .isEqualTo(200);
        assertRefused(editor.put(path, Answer.json("{\"name\":\"Second\"}")), ErrorCode.PRECONDITION_FAILED);
        assertRefused(editor.put(path + "/conversations", Shelves.order()), ErrorCode.PRECONDITION_FAILED);
        assertRefused(editor.delete(path), ErrorCode.PRECONDITION_FAILED);

        String current = owner.api().get(path).header("ETag");
        assertThat(owner.api().with("If-Match", current).delete(path).status()).isEqualTo(200);
    }

    @Test
    void aDeletedCollectionIsGoneAndItsConversationsStay() {
        UUID conversation = Community.publish(owner);
        String path = Shelves.make(owner, true, conversation);

        Answer deleted = owner.api().delete(path);

        assertThat(deleted.body())
                .isEqualTo(Answer.json("{\"success\":true,\"message\":\"Collection deleted successfully\"}"));
        assertRefused(owner.api().get(path), ErrorCode.COLLECTION_NOT_FOUND);
        assertRefused(owner.api().delete(path), ErrorCode.COLLECTION_NOT_FOUND);
        assertThat(Api.anonymous().get(Community.path(conversation)).status()).isEqualTo(200);
    }

    @Test
    void theListsShowTheNewestFirst() {
        String hidden = Shelves.make(owner, false).substring(Shelves.PATH.length() + 1);
        String shown = Shelves.make(owner, true).substring(Shelves.PATH.length() + 1);
        String last = Shelves.make(owner, true).substring(Shelves.PATH.length() + 1);
        String ofOwner = "/api/v1/profiles/" + owner.username() + "/collections";

        assertThat(Community.texts(owner.api().get(Shelves.PATH), "id")).containsExactly(last, shown, hidden);
        assertThat(Community.walk(owner.api(), Shelves.PATH, "id")).containsExactly(last, shown, hidden);
        assertThat(Community.texts(owner.api().get(ofOwner), "id")).containsExactly(last, shown, hidden);
        for (Api other :
                List.of(Api.anonymous(), Member.register().api(), Member.admin().api())) {
            assertThat(Community.texts(other.get(ofOwner), "id")).containsExactly(last, shown);
            assertThat(Community.total(other.get(ofOwner))).isEqualTo(2);
        }
        assertThat(Community.total(Member.register().api().get(Shelves.PATH))).isZero();
        Answer behind = owner.api().get(Shelves.PATH + "?page=9");
        assertThat(behind.body().getJsonArray("data")).isEmpty();
        assertThat(Community.total(behind)).isEqualTo(3);
        assertRefused(Api.anonymous().get("/api/v1/profiles/nobody/collections"), ErrorCode.PROFILE_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":\"   \"}",
                "{\"name\":\"a\\nb\"}",
                "{\"name\":7}",
                "{\"name\":\"x\",\"public\":\"yes\"}",
                "{\"name\":\"x\",\"description\":[]}",
                "[]"
            })
    void aBodyThatIsNotAsDescribedIsRefused(String body) {
        Answer answer = owner.api().send("POST", Shelves.PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().getString("code")).isEqualTo("VALIDATION_ERROR");
        assertThat(Community.total(owner.api().get(Shelves.PATH))).isZero();
    }

    @Test
    void namesAndDescriptionsHaveTheirLimits() {
        String name = "n".repeat(101);
        String text = "d".repeat(1001);
        JsonObject body = Answer.json("{\"name\":\"" + name + "\",\"description\":\"" + text + "\"}");

        assertRefused(
                owner.api().post(Shelves.PATH, body),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("description", "length must be less than or equal to 1000 characters long", "string.max"),
                FieldError.of("name", "length must be less than or equal to 100 characters long", "string.max"));
        assertThat(owner.api()
                        .send("POST", Shelves.PATH, "{\"name\":\"a\\u0000b\"}")
                        .body()
                        .getString("code"))
                .isEqualTo("MALFORMED_JSON");
    }

    @Test
    void twoHundredCanBeMadeAndNoMore() {
        Sql.update(
                "INSERT INTO chronicles.collections (id, owner_id, name, shared, version, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), ?, 'No ' || i, false, 1, now(), now()"
                        + " FROM generate_series(1, 199) i",
                owner.id());

        assertThat(owner.api()
                        .post(Shelves.PATH, Shelves.body("The last", false))
                        .status())
                .isEqualTo(201);
        assertRefused(
                owner.api().post(Shelves.PATH, Shelves.body("Too many", false)), ErrorCode.COLLECTION_LIMIT_REACHED);
    }
}
