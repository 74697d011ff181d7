package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Refusal;
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
class FindIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void anAuthorFindsTheOwnDraft() {
        Member author = Member.register();
        JsonObject draft = Sample.draft(author, "For my eyes only");

        Answer answer = author.api().get(Sample.path(draft));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().getJsonObject("data")).isEqualTo(draft);
        assertThat(answer.header("Cache-Control")).startsWith("private");
    }

    @Test
    void anAdminFindsDrafts() {
        JsonObject draft = Sample.draft(Member.register(), "For my eyes and admins'");

        assertThat(Sample.data(Member.admin().api(), Sample.path(draft))).isEqualTo(draft);
    }

    @Test
    void aDraftAnswersOthersJustLikeAnUnknownId() {
        JsonObject draft = Sample.draft(Member.register(), "Nobody sees this");
        String unknown = Sample.PATH + "/" + UUID.randomUUID();

        for (Api other : List.of(
                Api.anonymous(), Member.register().api(), Api.anonymous().as("a.b.c"))) {
            Answer hidden = other.get(Sample.path(draft));
            Answer absent = other.get(unknown);
            assertRefused(hidden, ErrorCode.CONVERSATION_NOT_FOUND);
            assertThat(Refusal.withoutRequestId(hidden.body())).isEqualTo(Refusal.withoutRequestId(absent.body()));
            assertThat(hidden.headers().map().keySet())
                    .isEqualTo(absent.headers().map().keySet());
        }
    }

    @Test
    void anIdMayBeInUpperCase() {
        JsonObject made = Sample.publish(Member.register(), "In upper case");

        Answer answer =
                Api.anonymous().get(Sample.PATH + "/" + made.getString("id").toUpperCase(java.util.Locale.ROOT));

        assertThat(answer.body().getJsonObject("data")).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "1-1-1-1-1", "null", "00000000-0000-0000-0000-00000000000g", "a%20b", "%27"})
    void anIdOfAnotherFormIsRefused(String id) {
        assertRefused(
                Api.anonymous().get(Sample.PATH + "/" + id),
                ErrorCode.PARAM_VALIDATION_ERROR,
                FieldError.of("id", "must be a valid GUID", "string.guid"));
    }

    @Test
    void onlyTheMembersAskedForAreSent() {
        JsonObject made = Sample.publish(Member.register(), "Just a card");

        JsonObject card = Sample.data(Api.anonymous(), Sample.path(made) + "?fields=id,title,readTime,author");

        assertThat(card.keySet()).containsExactlyInAnyOrder("id", "title", "readTime", "author");
    }

    @Test
    void anUnknownMemberIsRefused() {
        JsonObject made = Sample.publish(Member.register(), "Unknown members");

        Answer answer = Api.anonymous().get(Sample.path(made) + "?fields=id,email");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
        assertThat(answer.body().getJsonArray("details").getJsonObject(0).getString("field"))
                .isEqualTo("fields");
    }
}
