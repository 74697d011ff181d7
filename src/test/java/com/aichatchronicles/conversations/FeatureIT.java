package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class FeatureIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void anAdminFeaturesAndTakesItBack() {
        JsonObject made = Sample.publish(Member.register(), "On the front page");
        String path = Sample.path(made) + "/featured";
        JsonObject stays =
                Sample.publish(Member.admin(), Sample.body("Stays featured").add("featured", true));

        Answer on = Member.admin().api().patch(path, Answer.json("{\"featured\":true}"));
        Answer featured = Api.anonymous().get(Sample.PATH + "/featured?limit=100");
        Answer off = Member.admin().api().patch(path, Answer.json("{\"featured\":false}"));

        assertThat(on.status()).isEqualTo(200);
        assertThat(on.body().getJsonObject("data").getBoolean("featured")).isTrue();
        assertThat(Sample.ids(featured)).contains(made.getString("id"));
        assertThat(off.body().getJsonObject("data").getBoolean("featured")).isFalse();
        assertThat(Sample.ids(Api.anonymous().get(Sample.PATH + "/featured?limit=100")))
                .contains(stays.getString("id"))
                .doesNotContain(made.getString("id"));
        Member.admin().api().delete(Sample.path(stays));
    }

    @Test
    void aUserDoesNotFeature() {
        Member author = Member.register();
        JsonObject made = Sample.publish(author, "Not on the front page");

        Answer answer = author.api().patch(Sample.path(made) + "/featured", Answer.json("{\"featured\":true}"));

        assertRefused(answer, ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertThat(Sample.data(author.api(), Sample.path(made)).getBoolean("featured"))
                .isFalse();
    }

    @Test
    void nobodyFeaturesWithoutAToken() {
        JsonObject made = Sample.publish(Member.register(), "Not on the front page");

        Answer answer = Api.anonymous().patch(Sample.path(made) + "/featured", Answer.json("{\"featured\":true}"));

        assertRefused(answer, ErrorCode.MISSING_TOKEN);
    }

    @Test
    void anUnknownIdIsNotFound() {
        Answer answer = Member.admin()
                .api()
                .patch(Sample.PATH + "/" + UUID.randomUUID() + "/featured", Answer.json("{\"featured\":true}"));

        assertRefused(answer, ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void whetherIsRequired() {
        JsonObject made = Sample.publish(Member.register(), "Whether or not");

        Answer answer = Member.admin().api().patch(Sample.path(made) + "/featured", Answer.json("{}"));

        assertRefused(answer, ErrorCode.VALIDATION_ERROR, FieldError.of("featured", "is required", "any.required"));
    }

    @Test
    void anEarlierTagIsRefused() {
        JsonObject made = Sample.publish(Member.register(), "Featured too late");

        Answer answer = Member.admin()
                .api()
                .with("If-Match", "\"7.x\"")
                .patch(Sample.path(made) + "/featured", Answer.json("{\"featured\":true}"));

        assertRefused(answer, ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void aFeaturedDraftIsNotShown() {
        Sample.publish(Member.register(), "Not featured at all");
        JsonObject draft = Sample.publish(
                Member.admin(),
                Sample.body("A featured draft").add("published", false).add("featured", true));

        Answer featured = Api.anonymous().get(Sample.PATH + "/featured?limit=100");

        assertThat(Sample.ids(featured)).isNotEmpty().doesNotContain(draft.getString("id"));
        Member.admin().api().delete(Sample.path(draft));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "x"})
    void aLimitOutOfRangeIsRefused(String limit) {
        Answer answer = Api.anonymous().get(Sample.PATH + "/featured?limit=" + limit);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
    }

    @Test
    void threeAreShownUnlessAskedForMore() {
        Member author = Member.register();
        IntStream.range(0, 4).forEach(number -> Sample.publish(author, "One of four: " + number));

        Answer newest = Api.anonymous().get(Sample.PATH + "/featured");

        assertThat(newest.body().getJsonArray("data")).hasSizeLessThanOrEqualTo(3);
        assertThat(newest.body().keySet()).containsExactly("success", "data");
    }

    @Test
    void whereNothingIsFeaturedTheNewestAreShown() throws SQLException {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE public.conversations SET featured = false WHERE featured");
        }
        Member author = Member.register();
        JsonObject newest = Sample.publish(author, "The newest of all");

        Answer answer = Api.anonymous().get(Sample.PATH + "/featured?limit=1");

        assertThat(Sample.ids(answer)).containsExactly(newest.getString("id"));
    }
}
