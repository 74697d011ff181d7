package com.aichatchronicles.collections;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CollectionAccessIT {
    private static final JsonObject EDIT = Answer.json("{\"name\":\"Taken over\"}");

    private final Member owner = Member.register();
    private final Member stranger = Member.register();
    private final UUID conversation = Community.publish(owner);

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static List<Answer> writes(Api api, String path, UUID conversation) {
        return List.of(
                api.put(path, EDIT),
                api.put(path + "/conversations", Shelves.order(conversation)),
                api.put(path + "/conversations/" + conversation, JsonObject.EMPTY_JSON_OBJECT),
                api.delete(path + "/conversations/" + conversation),
                api.delete(path));
    }

    @Test
    void aPrivateCollectionIsNotFoundForAnyoneElse() {
        String path = Shelves.make(owner, false, conversation);

        for (Member other : List.of(stranger, Member.register("moderator"), Member.admin())) {
            assertRefused(other.api().get(path), ErrorCode.COLLECTION_NOT_FOUND);
            assertRefused(other.api().get(path + "/conversations"), ErrorCode.COLLECTION_NOT_FOUND);
            writes(other.api(), path, conversation)
                    .forEach(answer -> assertRefused(answer, ErrorCode.COLLECTION_NOT_FOUND));
        }
        assertRefused(Api.anonymous().get(path), ErrorCode.COLLECTION_NOT_FOUND);
        assertRefused(Api.anonymous().get(path + "/conversations"), ErrorCode.COLLECTION_NOT_FOUND);
        assertThat(Community.data(owner.api().get(path)).getInt("conversations_count"))
                .isEqualTo(1);
    }

    @Test
    void aPublicCollectionIsReadByAllAndWrittenByItsOwner() {
        String path = Shelves.make(owner, true, conversation);
        Answer before = owner.api().get(path);

        for (Api reader : List.of(Api.anonymous(), stranger.api())) {
            assertThat(Community.data(reader.get(path))).isEqualTo(Community.data(before));
            assertThat(Community.texts(reader.get(path + "/conversations"), "id"))
                    .containsExactly(conversation.toString());
        }
        writes(stranger.api(), path, conversation)
                .forEach(answer -> assertRefused(answer, ErrorCode.INSUFFICIENT_PERMISSIONS));
        assertThat(owner.api().get(path).header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void anAdminMayChangeWhatIsPublic() {
        String path = Shelves.make(owner, true, conversation);

        assertThat(Member.admin().api().put(path, EDIT).status()).isEqualTo(200);
        Answer hidden = Member.admin().api().put(path, Answer.json("{\"public\":false}"));
        assertThat(Community.data(hidden).getBoolean("public")).isFalse();

        assertRefused(Member.admin().api().get(path), ErrorCode.COLLECTION_NOT_FOUND);
        assertThat(Community.data(owner.api().get(path)).getString("name")).isEqualTo("Taken over");
    }

    @Test
    void whatIsMadePrivateIsGoneForOthersAtOnce() {
        String path = Shelves.make(owner, true, conversation);
        assertThat(Api.anonymous().get(path).status()).isEqualTo(200);

        owner.api().put(path, Answer.json("{\"public\":false}"));

        assertRefused(Api.anonymous().get(path), ErrorCode.COLLECTION_NOT_FOUND);
        assertRefused(stranger.api().get(path + "/conversations"), ErrorCode.COLLECTION_NOT_FOUND);
    }

    @Test
    void nobodyWritesAnonymously() {
        String path = Shelves.make(owner, true, conversation);

        writes(Api.anonymous(), path, conversation).forEach(answer -> assertRefused(answer, ErrorCode.MISSING_TOKEN));
        assertRefused(Api.anonymous().post(Shelves.PATH, EDIT), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().get(Shelves.PATH), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        String path = Shelves.PATH + "/" + UUID.randomUUID();

        assertRefused(owner.api().get(path), ErrorCode.COLLECTION_NOT_FOUND);
        assertRefused(owner.api().get(path + "/conversations"), ErrorCode.COLLECTION_NOT_FOUND);
        writes(owner.api(), path, conversation)
                .forEach(answer -> assertRefused(answer, ErrorCode.COLLECTION_NOT_FOUND));
    }

    @Test
    void idsAndQueriesOfAnotherFormAreRefused() {
        String path = Shelves.make(owner, true);
        for (String id : List.of("x", "1-1-1-1-1", "%27")) {
            writes(owner.api(), Shelves.PATH + "/" + id, conversation)
                    .forEach(answer ->
                            assertThat(answer.body().getString("code")).isEqualTo("PARAM_VALIDATION_ERROR"));
            Answer added = owner.api().put(path + "/conversations/" + id, JsonObject.EMPTY_JSON_OBJECT);
            assertThat(added.body().getJsonArray("details").getJsonObject(0).getString("field"))
                    .isEqualTo("conversationId");
        }
        for (String query : List.of("page=0", "limit=101", "cursor=x", "cursor=%00")) {
            for (String list : List.of(path + "/conversations", Shelves.PATH)) {
                assertThat(owner.api().get(list + "?" + query).status())
                        .as(list + query)
                        .isEqualTo(400);
            }
        }
        assertThat(owner.api().get(path + "/conversations?fields=email").status())
                .isEqualTo(400);
    }
}
