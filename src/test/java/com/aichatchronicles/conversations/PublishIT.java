package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PublishIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aConversationHasExactlyTheMembersOfTheContract() {
        Member author = Member.register();
        JsonObject sent = Sample.body("On members")
                .add("excerpt", "In short")
                .add("read_time", 7)
                .add("published", true)
                .add("tags", Json.createArrayBuilder().add("one").add("two"))
                .add("ai_model", "Some assistant")
                .add("unknown", "is ignored")
                .build();

        Answer answer = author.api().post(Sample.PATH, sent);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().keySet()).containsExactly("success", "data", "message");
        assertThat(answer.body().getString("message")).isEqualTo("Conversation created successfully");
        JsonObject made = answer.body().getJsonObject("data");
        assertThat(made).isEqualTo(expected(author, made));
        assertThat(Duration.between(Instant.parse(made.getString("created_at")), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(UUID.fromString(made.getString("id")).version()).isEqualTo(7);
    }

    private static JsonObject expected(Member author, JsonObject made) {
        return Json.createObjectBuilder()
                .add("id", made.getString("id"))
                .add("title", "On members")
                .add("content", "Some thoughts about On members")
                .add("excerpt", "In short")
                .add("author_id", author.id().toString())
                .add("category", "Philosophy")
                .add("tags", Json.createArrayBuilder().add("one").add("two"))
                .add("ai_model", "Some assistant")
                .add("read_time", 7)
                .add("published", true)
                .add("featured", false)
                .add("created_at", made.getString("created_at"))
                .add("updated_at", made.getString("created_at"))
                .addNull("edited_at")
                .add("profiles", profile(author, "full_name", "avatar_url"))
                .add("likes_count", 0)
                .add("comments_count", 0)
                .add("createdAt", made.getString("created_at"))
                .add("readTime", 7)
                .add("likes", 0)
                .add("comments", 0)
                .add("author", profile(author, "name", "avatar"))
                .build();
    }

    private static JsonObject profile(Member author, String name, String avatar) {
        return Json.createObjectBuilder()
                .add("id", author.id().toString())
                .add(name, author.name())
                .add("username", author.username())
                .add(avatar, JsonValue.NULL)
                .build();
    }

    @Test
    void aReadAnswersWhatTheWriteDid() {
        Answer written = Member.register()
                .api()
                .post(Sample.PATH, Sample.body("Read again").build());
        JsonObject made = written.body().getJsonObject("data");

        Answer read = Api.anonymous().get(Sample.path(made));

        assertThat(read.body().getJsonObject("data")).isEqualTo(made);
        assertThat(written.header("Location")).isEqualTo(TestServer.httpAddress() + Sample.path(made));
        assertThat(written.header("ETag")).matches("\"1\\.[\\w-]{22}\"").isEqualTo(read.header("ETag"));
        assertThat(written.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsMissingHasDefaults() {
        JsonObject made = Sample.publish(Member.register(), "Only what is required");

        assertThat(made.getBoolean("published")).isTrue();
        assertThat(made.getString("excerpt")).isEqualTo("Some thoughts about Only what is required");
        assertThat(made.getInt("read_time")).isEqualTo(1);
        assertThat(made.getJsonArray("tags")).isEmpty();
        assertThat(made.get("ai_model")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aLongTextIsCutForTheExcerptAndTimed() {
        JsonObject made = Sample.publish(
                Member.register(), Sample.body("A long text").add("content", "# Some *words* here ".repeat(300)));

        assertThat(made.getString("excerpt"))
                .startsWith("Some words here Some")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(300);
        assertThat(made.getInt("read_time")).isEqualTo(6);
    }

    @Test
    void theReadingTimeGoesByItsEarlierNameToo() {
        JsonObject made =
                Sample.publish(Member.register(), Sample.body("An alias").add("readTime", 23));

        assertThat(made.getInt("read_time")).isEqualTo(23);
    }

    @Test
    void aDraftIsNotPublished() {
        JsonObject draft = Sample.draft(Member.register(), "A draft of mine");

        assertThat(draft.getBoolean("published")).isFalse();
    }

    @Test
    void aUserNeitherFeaturesNorNamesAnotherAuthor() {
        Member author = Member.register();
        Member other = Member.register();

        JsonObject made = Sample.publish(
                author,
                Sample.body("In your name")
                        .add("featured", true)
                        .add("author_id", other.id().toString()));

        assertThat(made.getBoolean("featured")).isFalse();
        assertThat(made.getString("author_id")).isEqualTo(author.id().toString());
    }

    @Test
    void anAdminFeaturesAndNamesAnotherAuthor() {
        Member author = Member.register();

        JsonObject made = Sample.publish(
                Member.admin(),
                Sample.body("For somebody")
                        .add("featured", true)
                        .add("author_id", author.id().toString()));

        assertThat(made.getBoolean("featured")).isTrue();
        assertThat(made.getString("author_id")).isEqualTo(author.id().toString());
        assertThat(made.getJsonObject("profiles").getString("username")).isEqualTo(author.username());
        Member.admin().api().delete(Sample.path(made));
    }

    @Test
    void anAuthorWhoDoesNotExistIsRefused() {
        Answer answer = Member.admin()
                .api()
                .post(
                        Sample.PATH,
                        Sample.body("For nobody")
                                .add("author_id", UUID.randomUUID().toString())
                                .build());

        assertRefused(answer, ErrorCode.VALIDATION_ERROR, FieldError.of("author_id", "must exist", "any.invalid"));
    }

    @Test
    void nobodyPublishesWithoutAToken() {
        Answer answer =
                Api.anonymous().post(Sample.PATH, Sample.body("By nobody").build());

        assertRefused(answer, ErrorCode.MISSING_TOKEN);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
    }

    @Test
    void nobodyPublishesWithAnInventedToken() {
        Answer answer = Api.anonymous()
                .as("a.b.c")
                .post(Sample.PATH, Sample.body("By nobody").build());

        assertRefused(answer, ErrorCode.INVALID_TOKEN);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void everyOffendingMemberIsListedAtOnce() {
        JsonArrayBuilder tags = Json.createArrayBuilder();
        Stream.generate(() -> "tag").limit(11).forEach(tags::add);

        Answer answer = Member.register()
                .api()
                .post(
                        Sample.PATH,
                        Json.createObjectBuilder()
                                .add("title", 5)
                                .add("content", "short")
                                .add("excerpt", "x".repeat(301))
                                .add("read_time", 61)
                                .add("published", "yes")
                                .add("tags", tags)
                                .add("ai_model", "x".repeat(101))
                                .build());

        assertRefused(
                answer,
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("ai_model", "length must be less than or equal to 100 characters long", "string.max"),
                FieldError.of("category", "is required", "any.required"),
                FieldError.of("content", "length must be at least 10 characters long", "string.min"),
                FieldError.of("excerpt", "length must be less than or equal to 300 characters long", "string.max"),
                FieldError.of("published", "must be a boolean", "boolean.base"),
                FieldError.of("read_time", "must be less than or equal to 60", "number.max"),
                FieldError.of("tags", "must contain at most 10 items", "array.max"),
                FieldError.of("title", "must be a string", "string.base"));
    }
}
