package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class EditIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title|\"Another title\"",
                "content|\"Another text of some length\"",
                "excerpt|\"Another summary\"",
                "category|\"Another category\"",
                "read_time|42",
                "published|false",
                "tags|[\"other\",\"tags\"]",
                "ai_model|\"Another assistant\""
            })
    void eachMemberChangesAlone(String member, String value) {
        Member author = Member.register();
        JsonObject before = Sample.publish(author, "Before the edit");
        JsonObject changes = Answer.json("{\"" + member + "\":" + value + "}");

        Answer answer = author.api().put(Sample.path(before), changes);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().getString("message")).isEqualTo("Conversation updated successfully");
        JsonObject after = answer.body().getJsonObject("data");
        assertThat(after.get(member)).isEqualTo(changes.get(member));
        assertThat(after.getString("updated_at")).isGreaterThan(before.getString("updated_at"));
        assertThat(unchanged(after, member)).isEqualTo(unchanged(before, member));
        assertThat(Sample.data(author.api(), Sample.path(before))).isEqualTo(after);
    }

    private static JsonObject unchanged(JsonObject conversation, String member) {
        JsonObjectBuilder rest = Json.createObjectBuilder(conversation)
                .remove(member)
                .remove("updated_at")
                .remove("edited_at");
        if ("content".equals(member)) {
            rest.remove("excerpt"); // was made from it
        }
        return "read_time".equals(member) ? rest.remove("readTime").build() : rest.build();
    }

    @Test
    void anExcerptThatNobodyWroteFollowsTheContent() {
        Member author = Member.register();
        JsonObject made =
                Sample.publish(author, Sample.body("On slips").add("content", "My password is hunter2, oh no."));
        JsonObject written = Sample.publish(author, Sample.body("On words").add("excerpt", "In my own words"));
        JsonObject changes = Answer.json("{\"content\":\"My password is nobody else's.\"}");

        JsonObject followed =
                author.api().put(Sample.path(made), changes).body().getJsonObject("data");
        JsonObject stayed =
                author.api().put(Sample.path(written), changes).body().getJsonObject("data");

        assertThat(followed.getString("excerpt")).isEqualTo("My password is nobody else's.");
        assertThat(stayed.getString("excerpt")).isEqualTo("In my own words");
    }

    @Test
    void anEditWithoutMembersChangesNothing() {
        Member author = Member.register();
        JsonObject before = Sample.publish(author, "Nothing to change");

        Answer answer = author.api().put(Sample.path(before), JsonValue.EMPTY_JSON_OBJECT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().getJsonObject("data")).isEqualTo(before);
    }

    @Test
    void theReadingTimeGoesByItsEarlierNameToo() {
        Member author = Member.register();
        JsonObject made = Sample.publish(author, "An alias");

        Answer answer = author.api().put(Sample.path(made), Answer.json("{\"readTime\":31}"));

        assertThat(answer.body().getJsonObject("data").getInt("read_time")).isEqualTo(31);
    }

    @Test
    void everyOffendingMemberIsListedAtOnce() {
        Member author = Member.register();
        JsonObject made = Sample.publish(author, "Stays as it is");

        Answer answer = author.api()
                .put(
                        Sample.path(made),
                        Answer.json("{\"title\":\"" + "x".repeat(201) + "\",\"read_time\":0,\"tags\":[\"\",1]}"));

        assertRefused(
                answer,
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("read_time", "must be greater than or equal to 1", "number.min"),
                FieldError.of("tags.0", "is not allowed to be empty", "string.empty"),
                FieldError.of("tags.1", "must be a string", "string.base"),
                FieldError.of("title", "length must be less than or equal to 200 characters long", "string.max"));
        assertThat(Sample.data(author.api(), Sample.path(made))).isEqualTo(made);
    }

    @Test
    void anAdminEditsForOthers() {
        JsonObject made = Sample.publish(Member.register(), "Edited by an admin");

        Answer answer = Member.admin().api().put(Sample.path(made), Answer.json("{\"title\":\"By an admin\"}"));

        assertThat(answer.body().getJsonObject("data").getString("title")).isEqualTo("By an admin");
        assertThat(answer.body().getJsonObject("data").getString("author_id")).isEqualTo(made.getString("author_id"));
    }

    @Test
    void aUserNeitherFeaturesNorGivesAway() {
        Member author = Member.register();
        JsonObject made = Sample.publish(author, "Still mine");
        JsonObject changes = Json.createObjectBuilder()
                .add("featured", true)
                .add("author_id", Member.admin().id().toString())
                .build();

        JsonObject after = author.api().put(Sample.path(made), changes).body().getJsonObject("data");

        assertThat(after).isEqualTo(made);
    }

    @Test
    void aStrangerDoesNotEdit() {
        JsonObject made = Sample.publish(Member.register(), "Not yours");

        Answer answer = Member.register().api().put(Sample.path(made), Answer.json("{\"title\":\"Mine now\"}"));

        assertRefused(answer, ErrorCode.UNAUTHORIZED_UPDATE);
        assertThat(Sample.data(Api.anonymous(), Sample.path(made))).isEqualTo(made);
    }

    @Test
    void nobodyEditsWithoutAToken() {
        JsonObject made = Sample.publish(Member.register(), "Not without a token");

        Answer answer = Api.anonymous().put(Sample.path(made), Answer.json("{\"title\":\"Mine now\"}"));

        assertRefused(answer, ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aDraftOfSomebodyElseIsNotFound() {
        JsonObject draft = Sample.draft(Member.register(), "Nobody sees this");

        Answer answer = Member.register().api().put(Sample.path(draft), Answer.json("{\"title\":\"Mine now\"}"));

        assertRefused(answer, ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void anUnknownIdIsNotFound() {
        Answer answer = Member.register()
                .api()
                .put(Sample.PATH + "/" + UUID.randomUUID(), Answer.json("{\"title\":\"Mine now\"}"));

        assertRefused(answer, ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void anIdOfAnotherFormIsRefused() {
        Answer answer = Member.register().api().put(Sample.PATH + "/1-1-1-1-1", Answer.json("{}"));

        assertRefused(
                answer, ErrorCode.PARAM_VALIDATION_ERROR, FieldError.of("id", "must be a valid GUID", "string.guid"));
    }
}
