package com.aichatchronicles.comments;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Moderation;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That what the cache keeps of comments is never older than a write, nor shows what is not for everybody. */
@ExtendWith(ArquillianExtension.class)
class CachedCommentsIT {
    private final Member author = Member.register();
    private final Member commenter = Member.register();
    private final String conversation = Talk.publish(author);
    private final JsonObject first = Talk.comment(commenter, conversation);
    private final String threads = Talk.comments(conversation);
    private final String replies = Talk.path(first) + "/replies";
    private final String path = Talk.CONVERSATIONS + conversation;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /** Both servers have both lists in the cache when a test begins. */
    @BeforeEach
    void fillCaches() throws Exception {
        assertThat(shown(threads)).hasSize(1);
        assertThat(shown(replies)).isEmpty();
    }

    @Test
    void aListThatIsKeptCostsNoStatement() {
        assertThat(Statements.of(i -> Api.anonymous().get(threads))).isEmpty();
        assertThat(Statements.of(i -> commenter.api().get(threads))).isEmpty();
        assertThat(Statements.of(i -> Api.anonymous().get(replies))).isEmpty();
    }

    @Test
    void theNextReaderSeesANewCommentAndANewReply() throws Exception {
        JsonObject second = Talk.comment(author, conversation);
        assertThat(shown(threads))
                .extracting(comment -> comment.getString("id"))
                .contains(second.getString("id"));

        JsonObject reply = Talk.reply(author, first);
        assertThat(shown(replies))
                .extracting(comment -> comment.getString("id"))
                .containsExactly(reply.getString("id"));
        assertThat(shown(threads))
                .filteredOn(this::isFirst)
                .singleElement()
                .satisfies(
                        comment -> assertThat(comment.getInt("replies_count")).isEqualTo(1));
    }

    @Test
    void theNextReaderSeesAnEditAndADeletion() throws Exception {
        JsonObject reply = Talk.reply(author, first);
        assertThat(shown(replies)).hasSize(1);

        author.api().put(Talk.path(reply), Talk.body("Other words", null));
        assertThat(shown(replies).get(0).getString("content")).isEqualTo("Other words");
        author.api().delete(Talk.path(reply));
        assertThat(shown(replies)).isEmpty();
        commenter.api().delete(Talk.path(first));
        assertThat(shown(threads)).isEmpty();
    }

    @Test
    void theNextReaderSeesALikeAndThatItWasTakenBack() throws Exception {
        String like = Talk.path(first) + "/like";

        assertThat(author.api().put(like, JsonObject.EMPTY_JSON_OBJECT).status())
                .isEqualTo(200);
        assertThat(shown(threads).get(0).getInt("likes_count")).isEqualTo(1);
        assertThat(author.api().delete(like).status()).isEqualTo(200);
        assertThat(shown(threads).get(0).getInt("likes_count")).isZero();
    }

    @Test
    void whatModeratorsHideIsHiddenFromTheNextReader() throws Exception {
        Moderation.take("comment", first.getString("id"), "hide");
        assertThat(shown(threads).get(0).get("content")).isEqualTo(JsonValue.NULL);

        Moderation.take("comment", first.getString("id"), "restore");
        assertThat(shown(threads).get(0).getString("content")).isEqualTo(first.getString("content"));
    }

    @Test
    void aCommentIsShownUnderTheNewNameOfItsAuthor() throws Exception {
        commenter.api().put("/api/v1/auth/profile", Answer.json("{\"full_name\":\"Somebody Else\"}"));

        assertThat(shown(threads).get(0).getJsonObject("profiles").getString("full_name"))
                .isEqualTo("Somebody Else");
    }

    @Test
    void theCommentsOfADeletedAccountAreGoneForTheNextReader() throws Exception {
        JsonObject wish =
                Json.createObjectBuilder().add("password", Member.PASSWORD).build();
        assertThat(commenter
                        .api()
                        .send("DELETE", "/api/v1/auth/account", wish.toString())
                        .status())
                .isEqualTo(200);

        assertThat(shown(threads)).isEmpty();
    }

    @Test
    void aDraftKeepsItsCommentsToThoseWhoSeeIt() throws Exception {
        author.api().put(path, Answer.json("{\"published\":false}"));
        assertGone();
        assertThat(Talk.list(author.api().get(threads))).hasSize(1);
        assertThat(author.api().get(threads).header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(Talk.list(author.api().get(replies))).isEmpty();
        assertGone();

        author.api().put(path, Answer.json("{\"published\":true}"));
        assertThat(shown(threads)).hasSize(1);
        assertThat(shown(replies)).isEmpty();
    }

    @Test
    void whatIsWithheldOrDeletedTakesItsCommentsAlong() throws Exception {
        Moderation.take("conversation", conversation, "unpublish");
        assertGone();
        Moderation.take("conversation", conversation, "restore");
        assertThat(shown(threads)).hasSize(1);

        author.api().delete(path);
        assertGone();
    }

    private void assertGone() throws Exception {
        for (Api reader :
                List.of(Api.anonymous(), commenter.api(), SecondServer.shared().api())) {
            assertRefused(reader.get(threads), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(reader.get(replies), ErrorCode.COMMENT_NOT_FOUND);
        }
    }

    private boolean isFirst(JsonObject comment) {
        return comment.getString("id").equals(first.getString("id"));
    }

    /** @return what the next reader sees, whoever it is and on whichever server */
    private static List<JsonObject> shown(String list) throws Exception {
        Answer there = SecondServer.shared().api().get(list);
        Answer here = Api.anonymous().get(list);
        assertThat(there.text()).isEqualTo(here.text());
        return Talk.list(here);
    }
}
