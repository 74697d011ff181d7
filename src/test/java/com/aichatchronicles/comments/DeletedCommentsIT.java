package com.aichatchronicles.comments;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left where a comment was deleted. */
@ExtendWith(ArquillianExtension.class)
class DeletedCommentsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Member author;
    private static Member reader;

    @BeforeAll
    static void register() {
        author = Member.register();
        reader = Member.register();
    }

    @Test
    void aDeletedParentKeepsItsReplies() {
        String conversation = Talk.publish(author);
        JsonObject parent = Talk.comment(reader, conversation);
        JsonObject reply = Talk.reply(author, parent);

        assertThat(reader.api().delete(Talk.path(parent)).status()).isEqualTo(200);

        JsonObject place =
                Talk.list(Api.anonymous().get(Talk.comments(conversation))).get(0);
        assertThat(place.getBoolean("deleted")).isTrue();
        assertThat(place.get("content")).isEqualTo(JsonValue.NULL);
        assertThat(place.get("author_id")).isEqualTo(JsonValue.NULL);
        assertThat(place.get("profiles")).isEqualTo(JsonValue.NULL);
        assertThat(place.getJsonArray("replies").getJsonObject(0)).isEqualTo(reply);
        assertThat(Talk.ids(Api.anonymous().get(Talk.path(parent) + "/replies")))
                .containsExactly(reply.getString("id"));
        assertThat(count(conversation)).isEqualTo(1);
        assertRefused(Api.anonymous().get(Talk.path(parent)), ErrorCode.COMMENT_NOT_FOUND);
        assertRefused(reader.api().put(Talk.path(parent), Talk.body("Back", null)), ErrorCode.COMMENT_NOT_FOUND);
        assertRefused(
                author.api().post(Talk.comments(conversation), Talk.body(Talk.text(), parent.getString("id"))),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("parent_id", "must be a comment of this conversation", "any.invalid"));
    }

    @Test
    void emptyPlacesGoWithTheirLastReply() {
        String conversation = Talk.publish(author);
        JsonObject top = Talk.comment(reader, conversation);
        JsonObject middle = Talk.reply(reader, top);
        JsonObject leaf = Talk.reply(reader, middle);
        reader.api().delete(Talk.path(top));
        reader.api().delete(Talk.path(middle));
        assertThat(Talk.ids(Api.anonymous().get(Talk.comments(conversation)))).containsExactly(top.getString("id"));

        assertThat(reader.api().delete(Talk.path(leaf)).status()).isEqualTo(200);

        Answer page = Api.anonymous().get(Talk.comments(conversation));
        assertThat(Talk.ids(page)).isEmpty();
        assertThat(page.body().getJsonObject("pagination").getInt("total")).isZero();
        assertThat(count(conversation)).isZero();
        assertThat(Sql.text("SELECT count(*) FROM public.comments WHERE conversation_id = ?::uuid", conversation))
                .isEqualTo("0");
    }

    private static int count(String conversation) {
        return Talk.data(Api.anonymous().get(Talk.CONVERSATIONS + conversation)).getInt("comments_count");
    }
}
