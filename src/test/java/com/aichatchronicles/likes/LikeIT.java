package com.aichatchronicles.likes;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class LikeIT {
    private final Member author = Member.register();
    private final Member reader = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private String conversation() {
        return Community.path(Community.publish(author));
    }

    private String comment() {
        return "/api/v1/comments/" + Community.comment(author, Community.publish(author));
    }

    private String path(String kind) {
        return kind.equals("conversation") ? conversation() : comment();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "comment"})
    void aLikeCountsOnceHoweverOftenItIsGiven(String kind) {
        String path = path(kind);

        Answer first = reader.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);
        Answer again = reader.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);

        assertThat(first.body()).isEqualTo(Answer.json("""
                {"success":true,"data":{"liked":true,"likes_count":1},"message":"Liked successfully"}"""));
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Community.total(Api.anonymous().get(path + "/likes"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "comment"})
    void aLikeTakenBackIsGoneHoweverOftenItIsTakenBack(String kind) {
        String path = path(kind);
        reader.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);
        author.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);

        Answer first = reader.api().delete(path + "/like");
        Answer again = reader.api().delete(path + "/like");

        assertThat(first.body()).isEqualTo(Answer.json("""
                {"success":true,"data":{"liked":false,"likes_count":1},"message":"Like taken back successfully"}"""));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Community.texts(Api.anonymous().get(path + "/likes"), "id"))
                .containsExactly(author.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "comment"})
    void everyoneLearnsWhoLikesItButNoAddress(String kind) {
        String path = path(kind);
        Member second = Member.register();
        for (Member member : List.of(reader, author, second)) {
            member.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);
        }

        Answer answer = Api.anonymous().get(path + "/likes");

        assertThat(Community.texts(answer, "username"))
                .containsExactly(second.username(), author.username(), reader.username());
        JsonObject newest = answer.body().getJsonArray("data").getJsonObject(0);
        assertThat(newest.keySet()).isEqualTo(Set.of("id", "full_name", "username", "avatar_url", "since"));
        assertThat(newest.getString("full_name")).isEqualTo(second.name());
        assertThat(answer.text()).doesNotContain("@example.org");
        assertThat(Community.walk(Api.anonymous(), path + "/likes", "id"))
                .containsExactly(
                        second.id().toString(),
                        author.id().toString(),
                        reader.id().toString());
        assertThat(Community.texts(Api.anonymous().get(path + "/likes?limit=1&page=3"), "id"))
                .containsExactly(reader.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "comment"})
    void aReaderLearnsWhetherTheyLikeIt(String kind) {
        String path = path(kind) + "/like";

        assertThat(Community.data(reader.api().get(path)).getBoolean("liked")).isFalse();
        author.api().put(path, JsonObject.EMPTY_JSON_OBJECT);
        assertThat(Community.data(reader.api().get(path)).toString()).isEqualTo("{\"liked\":false,\"likes_count\":1}");
        Answer own = author.api().get(path);
        assertThat(Community.data(own).getBoolean("liked")).isTrue();
        assertThat(author.api()
                        .with("If-None-Match", own.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theNextReaderSeesTheLikeInEveryList() {
        String path = conversation();
        String profile = "/api/v1/profiles/" + author.id();
        List<String> lists = List.of(profile + "/conversations", "/api/v1/conversations/user/" + author.id());
        assertThat(likes(path)).isZero();
        lists.forEach(list -> assertThat(likesInList(list)).isZero());
        assertThat(received(profile)).isZero();

        reader.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);

        assertThat(likes(path)).isEqualTo(1);
        lists.forEach(list -> assertThat(likesInList(list)).as(list).isEqualTo(1));
        assertThat(received(profile)).isEqualTo(1);
        reader.api().delete(path + "/like");
        assertThat(likes(path)).isZero();
        lists.forEach(list -> assertThat(likesInList(list)).as(list).isZero());
        assertThat(received(profile)).isZero();
    }

    @Test
    void whatSomebodyLikesIsListedForThemTheLastFirst() {
        UUID first = Community.publish(author);
        UUID second = Community.publish(author);
        UUID third = Community.publish(reader);
        List.of(second, third, first)
                .forEach(id -> reader.api().put(Community.path(id) + "/like", JsonObject.EMPTY_JSON_OBJECT));

        Answer answer = reader.api().get("/api/v1/likes/conversations?fields=id,title");

        assertThat(Community.texts(answer, "id"))
                .containsExactly(first.toString(), third.toString(), second.toString());
        assertThat(answer.body().getJsonArray("data").getJsonObject(0).keySet()).containsExactly("id", "title");
        assertThat(Community.total(answer)).isEqualTo(3);
        assertThat(answer.header("Cache-Control")).startsWith("private");
        assertThat(Community.walk(reader.api(), "/api/v1/likes/conversations", "id"))
                .containsExactly(first.toString(), third.toString(), second.toString());
        assertThat(Community.total(author.api().get("/api/v1/likes/conversations")))
                .isZero();
    }

    @Test
    void likedCommentsAreListedWithTheirConversations() {
        UUID conversation = Community.publish(author);
        UUID first = Community.comment(author, conversation);
        UUID second = Community.comment(reader, conversation);
        List.of(first, second)
                .forEach(id -> reader.api().put("/api/v1/comments/" + id + "/like", JsonObject.EMPTY_JSON_OBJECT));

        Answer answer = reader.api().get("/api/v1/likes/comments");

        assertThat(Community.texts(answer, "comment_id")).containsExactly(second.toString(), first.toString());
        assertThat(Community.texts(answer, "conversation_id")).containsOnly(conversation.toString());
        assertThat(Community.total(answer)).isEqualTo(2);
        assertThat(Community.texts(reader.api().get("/api/v1/likes/comments?limit=1&page=2"), "comment_id"))
                .containsExactly(first.toString());
    }

    private static int likes(String path) {
        return Community.data(Api.anonymous().get(path)).getInt("likes_count");
    }

    private static int received(String profile) {
        return Community.data(Api.anonymous().get(profile)).getInt("likes_received_count");
    }

    private static int likesInList(String list) {
        return Api.anonymous()
                .get(list)
                .body()
                .getJsonArray("data")
                .getJsonObject(0)
                .getInt("likes_count");
    }
}
