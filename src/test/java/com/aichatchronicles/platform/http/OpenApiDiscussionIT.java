package com.aichatchronicles.platform.http;

import static com.aichatchronicles.testing.Documented.asDocumented;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That comments, notifications and moderation answer as the OpenAPI document says. */
@ExtendWith(ArquillianExtension.class)
class OpenApiDiscussionIT {
    private static final String BASE = "/api/v1";
    private static final String UNDER = BASE + "/conversations/{id}/comments";
    private static final String COMMENT = BASE + "/comments/{id}";
    private static final String TOLD = BASE + "/notifications";
    private static final String REPORTS = BASE + "/moderation/reports";
    private static final String MEASURES = BASE + "/moderation/measures";

    private static Member author;
    private static Member reader;
    private static Api moderator;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void register() {
        author = Member.register();
        reader = Member.register();
        moderator = Member.register("moderator").api();
    }

    @Test
    void commentsAreAsDocumented() {
        String conversation = Talk.publish(author);
        String path = Talk.comments(conversation);
        JsonObject body = Talk.body(Talk.text(), null);
        Answer made = reader.api().post(path, body);
        asDocumented("POST " + UNDER, made, 201);
        asDocumented("POST " + UNDER, reader.api().post(path, body), 409);
        asDocumented("POST " + UNDER, reader.api().post(path, Talk.body("", null)), 400);
        asDocumented(
                "POST " + UNDER,
                reader.api().post(Talk.comments(UUID.randomUUID().toString()), body),
                404);
        JsonObject comment = Talk.data(made);
        Talk.reply(author, comment);
        read(Api.anonymous(), UNDER, path);
        read(Api.anonymous(), COMMENT, Talk.path(comment));
        read(Api.anonymous(), COMMENT + "/replies", Talk.path(comment) + "/replies");

        JsonObject change = Talk.body("Said better", null);
        asDocumented("PUT " + COMMENT, reader.api().put(Talk.path(comment), change), 200);
        asDocumented("PUT " + COMMENT, author.api().put(Talk.path(comment), change), 403);
        asDocumented("DELETE " + COMMENT, author.api().delete(Talk.path(comment)), 403);
        asDocumented("DELETE " + COMMENT, reader.api().with("If-Match", "*").delete(Talk.path(comment)), 200);
        asDocumented("GET " + COMMENT, Api.anonymous().get(Talk.path(comment)), 404);
        read(Api.anonymous(), UNDER, path);
    }

    @Test
    void notificationsAreAsDocumented() {
        Talk.comment(reader, Talk.publish(author));
        read(author.api(), TOLD, TOLD);
        read(author.api(), TOLD + "/unread-count", TOLD + "/unread-count");
        read(author.api(), TOLD + "/preferences", TOLD + "/preferences");
        String id = Talk.ids(author.api().get(TOLD)).get(0);

        asDocumented("PUT " + TOLD + "/{id}/read", author.api().send("PUT", TOLD + "/" + id + "/read", ""), 200);
        asDocumented("PUT " + TOLD + "/{id}/read", reader.api().send("PUT", TOLD + "/" + id + "/read", ""), 404);
        asDocumented("PUT " + TOLD + "/read", author.api().send("PUT", TOLD + "/read", ""), 200);
        asDocumented("PUT " + TOLD + "/preferences", author.api().send("PUT", TOLD + "/preferences", "{}"), 200);
        asDocumented("GET " + TOLD, Api.anonymous().get(TOLD), 401);
    }

    @Test
    void moderationIsAsDocumented() {
        String conversation = Talk.publish(author);
        JsonObject complaint = about(conversation).add("reason", "privacy").build();
        Answer filed = reader.api().post(REPORTS, complaint);
        asDocumented("POST " + REPORTS, filed, 201);
        asDocumented("POST " + REPORTS, reader.api().post(REPORTS, complaint), 409);
        read(moderator, REPORTS, REPORTS);
        String path = REPORTS + "/" + Talk.data(filed).getString("id");
        read(moderator, REPORTS + "/{id}", path);
        asDocumented("PUT " + REPORTS + "/{id}/taker", moderator.send("PUT", path + "/taker", ""), 200);
        asDocumented("DELETE " + REPORTS + "/{id}/taker", moderator.delete(path + "/taker"), 200);
        JsonObject decision = Answer.json("{\"measure\":\"unpublish\",\"reason\":\"It names somebody\"}");
        asDocumented("PUT " + REPORTS + "/{id}/decision", moderator.put(path + "/decision", decision), 200);
        asDocumented("PUT " + REPORTS + "/{id}/decision", moderator.put(path + "/decision", decision), 409);
        asDocumented(
                "PUT " + BASE + "/conversations/{id}",
                author.api().put(Talk.CONVERSATIONS + conversation, Answer.json("{\"published\":true}")),
                409);
        JsonObject measure = about(conversation)
                .add("measure", "restore")
                .add("reason", "Settled")
                .build();
        asDocumented("POST " + MEASURES, moderator.post(MEASURES, measure), 201);
        asDocumented("POST " + MEASURES, reader.api().post(MEASURES, measure), 403);
        read(moderator, MEASURES, MEASURES);
        read(author.api(), TOLD, TOLD);
    }

    private static JsonObjectBuilder about(String conversation) {
        return Json.createObjectBuilder().add("subject_type", "conversation").add("subject_id", conversation);
    }

    private static void read(Api api, String template, String path) {
        Answer answer = api.get(path);
        asDocumented("GET " + template, answer, 200);
        asDocumented(
                "GET " + template,
                api.with("If-None-Match", answer.header("ETag")).get(path),
                304);
    }
}
