package com.aichatchronicles.moderation;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class MeasuresIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String MEASURES = "/api/v1/moderation/measures";

    private static Member moderator;

    private final Member author = Member.register();

    @BeforeAll
    static void register() {
        moderator = Member.register("moderator");
    }

    @Test
    void aHiddenCommentIsReadByItsAuthorAndModeratorsAlone() {
        String conversation = Talk.publish(Member.register());
        JsonObject comment = Talk.comment(author, conversation);

        assertThat(take("comment", comment.getString("id"), "hide").status()).isEqualTo(201);

        JsonObject shown =
                Talk.list(Api.anonymous().get(Talk.comments(conversation))).get(0);
        assertThat(shown.getBoolean("hidden")).isTrue();
        assertThat(shown.get("content")).isEqualTo(JsonValue.NULL);
        assertThat(Talk.data(Api.anonymous().get(Talk.path(comment))).get("content"))
                .isEqualTo(JsonValue.NULL);
        for (Member member : List.of(author, moderator, Member.admin())) {
            Answer whole = member.api().get(Talk.path(comment));
            assertThat(Talk.data(whole).getString("content")).isEqualTo(comment.getString("content"));
            assertThat(whole.header("Cache-Control")).isEqualTo("private, no-cache");
        }
        assertThat(count(conversation)).isZero();
        assertTold("hide");

        assertThat(take("comment", comment.getString("id"), "restore").status()).isEqualTo(201);
        assertThat(Talk.data(Api.anonymous().get(Talk.path(comment))).getString("content"))
                .isEqualTo(comment.getString("content"));
        assertThat(count(conversation)).isEqualTo(1);
        assertTold("restore");
    }

    @Test
    void anUnpublishedConversationVanishesAndCanNotBeRepublished() {
        String conversation = Talk.publish(author);
        String path = Talk.CONVERSATIONS + conversation;
        String list = Talk.CONVERSATIONS + "user/" + author.id();
        assertThat(Talk.ids(Api.anonymous().get(list))).containsExactly(conversation);
        assertThat(Api.anonymous().get(path).status()).isEqualTo(200);

        assertThat(take("conversation", conversation, "unpublish").status()).isEqualTo(201);

        assertRefused(Api.anonymous().get(path), ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(Talk.ids(Api.anonymous().get(list))).isEmpty();
        assertThat(Talk.ids(Api.anonymous().get("/api/v1/conversations?limit=100")))
                .doesNotContain(conversation);
        assertTold("unpublish");
        for (Member member : List.of(author, Member.admin())) {
            assertRefused(member.api().put(path, Answer.json("{\"published\":true}")), ErrorCode.CONVERSATION_WITHHELD);
        }
        assertThat(author.api()
                        .put(path, Answer.json("{\"title\":\"Less private\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(Sql.update("UPDATE public.conversations SET published = true WHERE id = ?::uuid", conversation))
                .isEqualTo(1);
        assertRefused(Api.anonymous().get(path), ErrorCode.CONVERSATION_NOT_FOUND);

        assertThat(take("conversation", conversation, "restore").status()).isEqualTo(201);
        assertThat(Talk.data(Api.anonymous().get(path)).getString("title")).isEqualTo("Less private");
        assertThat(Talk.ids(Api.anonymous().get(list))).containsExactly(conversation);
        assertTold("restore");
        author.api().put(path, Answer.json("{\"published\":false}"));
        assertThat(author.api().put(path, Answer.json("{\"published\":true}")).status())
                .isEqualTo(200);
    }

    @Test
    void nobodyButAnAdminJudgesWhatIsTheirOwn() {
        Member judge = Member.register("moderator");
        String conversation = Talk.publish(judge);
        String comment = Talk.comment(judge, conversation).getString("id");
        take("conversation", conversation, "unpublish");
        take("comment", comment, "hide");

        for (JsonObject measure : List.of(
                body("conversation", conversation, "restore"),
                body("comment", comment, "restore"),
                body("profile", judge.id().toString(), "warn"))) {
            assertRefused(judge.api().post(MEASURES, measure), ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
        assertRefused(Api.anonymous().get(Talk.CONVERSATIONS + conversation), ErrorCode.CONVERSATION_NOT_FOUND);
        Member admin = Member.register("admin");
        String own = Talk.publish(admin);
        assertThat(admin.api()
                        .post(MEASURES, body("conversation", own, "unpublish"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsDeletedIsNotRestored() {
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(author, conversation);
        take("comment", comment.getString("id"), "hide");
        author.api().delete(Talk.path(comment));
        take("conversation", conversation, "unpublish");
        author.api().delete(Talk.CONVERSATIONS + conversation);

        assertRefused(take("comment", comment.getString("id"), "restore"), ErrorCode.COMMENT_NOT_FOUND);
        assertRefused(take("conversation", conversation, "restore"), ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void aDraftIsNoModeratorsBusiness() {
        String draft = Talk.draft(author);

        for (String measure : List.of("unpublish", "restore", "warn")) {
            assertRefused(take("conversation", draft, measure), ErrorCode.CONVERSATION_NOT_FOUND);
        }
        assertThat(Talk.data(author.api().get(Talk.CONVERSATIONS + draft)).getBoolean("published"))
                .isFalse();
    }

    @Test
    void whatAModeratorDeletesIsToldToItsAuthor() {
        JsonObject comment = Talk.comment(author, Talk.publish(Member.register()));

        assertThat(moderator.api().delete(Talk.path(comment)).status()).isEqualTo(200);

        assertTold("delete");
    }

    @Test
    void theLogTellsWhoDidWhatAndWhy() {
        String conversation = Talk.publish(author);
        Answer made = take("conversation", conversation, "warn");
        take("conversation", conversation, "unpublish");

        Answer log = moderator.api().get(MEASURES + "?subject_id=" + conversation);

        assertThat(Talk.list(log))
                .extracting(entry -> entry.getString("measure"))
                .containsExactly("unpublish", "warn");
        assertThat(Talk.list(log).get(1)).isEqualTo(Talk.data(made));
        assertThat(Talk.list(log).get(1).getJsonObject("moderator").getString("id"))
                .isEqualTo(moderator.id().toString());
        assertThat(Talk.list(log).get(1).getString("reason")).isEqualTo("Because of warn");
        assertThat(Statements.of(i -> moderator.api().get(MEASURES + "?limit=" + (20 + i))))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"conversation,hide", "comment,unpublish", "profile,hide", "profile,unpublish", "profile,restore"})
    void aMeasureThatDoesNotFitIsRefused(String type, String measure) {
        assertRefused(
                take(type, author.id().toString(), measure),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("measure", "must be one that a " + type + " knows", "any.invalid"));
    }

    @Test
    void aKeyTakesAMeasureOnce() {
        String conversation = Talk.publish(author);
        Api keyed = moderator.api().with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject body = body("conversation", conversation, "warn");

        assertThat(keyed.post(MEASURES, body).text())
                .isEqualTo(keyed.post(MEASURES, body).text());
        assertThat(Talk.ids(moderator.api().get(MEASURES + "?subject_id=" + conversation)))
                .hasSize(1);
    }

    private void assertTold(String measure) {
        JsonObject told = Talk.list(author.api().get("/api/v1/notifications")).get(0);
        assertThat(told.getString("kind")).isEqualTo("moderated");
        assertThat(told.getString("measure")).isEqualTo(measure);
        assertThat(told.get("actor")).isEqualTo(JsonValue.NULL);
        if (!measure.equals("delete")) {
            assertThat(told.getString("reason")).isEqualTo("Because of " + measure);
        }
    }

    private static Answer take(String type, String id, String measure) {
        return moderator.api().post(MEASURES, body(type, id, measure));
    }

    private static JsonObject body(String type, String id, String measure) {
        return Json.createObjectBuilder()
                .add("subject_type", type)
                .add("subject_id", id)
                .add("measure", measure)
                .add("reason", "Because of " + measure)
                .build();
    }

    private static int count(String conversation) {
        return Talk.data(Api.anonymous().get(Talk.CONVERSATIONS + conversation)).getInt("comments_count");
    }
}
