package com.aichatchronicles.platform.http;

import static com.aichatchronicles.testing.Documented.asDocumented;

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

/** That profiles, likes, follows, bookmarks and collections answer as the OpenAPI document says. */
@ExtendWith(ArquillianExtension.class)
class OpenApiCommunityIT {
    private static final String API = "/api/v1";
    private static final JsonObject NOTHING = JsonObject.EMPTY_JSON_OBJECT;

    private final Member author = Member.register();
    private final Member reader = Member.register();
    private final UUID conversation = Community.publish(author);
    private final UUID comment = Community.comment(author, conversation);

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void likesAreAsDocumented() {
        String like = Community.path(conversation) + "/like";
        String ofComment = API + "/comments/" + comment + "/like";
        asDocumented("PUT " + API + "/conversations/{id}/like", reader.api().put(like, NOTHING), 200);
        asDocumented("PUT " + API + "/comments/{id}/like", reader.api().put(ofComment, NOTHING), 200);
        read(API + "/conversations/{id}/like", like);
        read(API + "/comments/{id}/like", ofComment);
        read(API + "/conversations/{id}/likes", like + "s");
        read(API + "/comments/{id}/likes", ofComment + "s");
        read(API + "/likes/conversations", API + "/likes/conversations");
        read(API + "/likes/comments", API + "/likes/comments");
        asDocumented("DELETE " + API + "/conversations/{id}/like", reader.api().delete(like), 200);
        asDocumented("DELETE " + API + "/comments/{id}/like", reader.api().delete(ofComment), 200);
        asDocumented(
                "PUT " + API + "/comments/{id}/like",
                reader.api().put(API + "/comments/" + UUID.randomUUID() + "/like", NOTHING),
                404);
    }

    @Test
    void profilesAndFollowsAreAsDocumented() {
        String profile = API + "/profiles/" + author.id();
        String template = API + "/profiles/{person}";
        asDocumented("PUT " + template + "/follow", reader.api().put(profile + "/follow", NOTHING), 200);
        for (String part : List.of("", "/conversations", "/followers", "/follow", "/collections")) {
            read(template + part, profile + part);
        }
        read(template + "/following", API + "/profiles/" + reader.username() + "/following");
        read(API + "/feed", API + "/feed");
        asDocumented("DELETE " + template + "/follow", reader.api().delete(profile + "/follow"), 200);
        asDocumented("PUT " + template + "/follow", author.api().put(profile + "/follow", NOTHING), 400);
        asDocumented("GET " + template, Api.anonymous().get(API + "/profiles/nobody"), 404);
    }

    @Test
    void bookmarksAreAsDocumented() {
        String path = Community.path(conversation) + "/bookmark";
        String template = API + "/conversations/{id}/bookmark";
        asDocumented("PUT " + template, reader.api().put(path, NOTHING), 200);
        read(template, path);
        read(API + "/bookmarks", API + "/bookmarks");
        asDocumented("DELETE " + template, reader.api().delete(path), 200);
    }

    @Test
    void collectionsAreAsDocumented() {
        String list = API + "/collections";
        Answer made = reader.api().post(list, Answer.json("{\"name\":\"Documented\",\"public\":true}"));
        asDocumented("POST " + list, made, 201);
        String path = list + "/" + made.body().getJsonObject("data").getString("id");
        String item = path + "/conversations/" + conversation;
        JsonObject order = Answer.json("{\"conversations\":[\"" + conversation + "\"]}");

        asDocumented(
                "PUT " + list + "/{id}/conversations/{conversationId}",
                reader.api().put(item, NOTHING),
                200);
        asDocumented("PUT " + list + "/{id}/conversations", reader.api().put(path + "/conversations", order), 200);
        read(list, list);
        read(list + "/{id}", path);
        read(list + "/{id}/conversations", path + "/conversations");
        asDocumented("PUT " + list + "/{id}", author.api().put(path, NOTHING), 403);
        asDocumented("PUT " + list + "/{id}", reader.api().put(path, Answer.json("{\"name\":\"Other\"}")), 200);
        asDocumented(
                "DELETE " + list + "/{id}/conversations/{conversationId}",
                reader.api().delete(item),
                200);
        asDocumented("DELETE " + list + "/{id}", reader.api().delete(path), 200);
        asDocumented("GET " + list + "/{id}", reader.api().get(path), 404);
    }

    private void read(String template, String path) {
        Answer answer = reader.api().get(path);
        asDocumented("GET " + template, answer, 200);
        Api again = reader.api().with("If-None-Match", answer.header("ETag"));
        asDocumented("GET " + template, again.get(path), 304);
    }
}
