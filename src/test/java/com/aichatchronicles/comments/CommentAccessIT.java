package com.aichatchronicles.comments;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Talk;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class CommentAccessIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Member author;
    private static Member stranger;
    private static Member moderator;

    @BeforeAll
    static void register() {
        author = Member.register();
        stranger = Member.register();
        moderator = Member.register("moderator");
    }

    @Test
    void whoeverIsNotSignedInReadsOnly() {
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(author, conversation);
        Api nobody = Api.anonymous();

        assertThat(nobody.get(Talk.comments(conversation)).header("Cache-Control"))
                .isEqualTo("public, no-cache");
        assertThat(nobody.get(Talk.path(comment)).status()).isEqualTo(200);
        assertThat(nobody.get(Talk.path(comment) + "/replies").status()).isEqualTo(200);
        assertRefused(nobody.post(Talk.comments(conversation), Talk.body("Hello", null)), ErrorCode.MISSING_TOKEN);
        assertRefused(nobody.put(Talk.path(comment), Talk.body("Hello", null)), ErrorCode.MISSING_TOKEN);
        assertRefused(nobody.delete(Talk.path(comment)), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aDraftsCommentsAreThereForItsAuthorAndAdminsAlone() {
        String draft = Talk.draft(author);
        JsonObject comment = Talk.comment(author, draft);
        JsonObject hello = Talk.body(Talk.text(), null);

        for (Member member : List.of(author, Member.admin())) {
            Answer page = member.api().get(Talk.comments(draft));
            assertThat(Talk.ids(page)).containsExactly(comment.getString("id"));
            assertThat(page.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(member.api().get(Talk.path(comment)).header("Cache-Control"))
                    .isEqualTo("private, no-cache");
            assertThat(member.api().get(Talk.path(comment) + "/replies").status())
                    .isEqualTo(200);
        }
        for (Api api : List.of(Api.anonymous(), stranger.api(), moderator.api())) {
            assertRefused(api.get(Talk.comments(draft)), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(api.get(Talk.path(comment)), ErrorCode.COMMENT_NOT_FOUND);
            assertRefused(api.get(Talk.path(comment) + "/replies"), ErrorCode.COMMENT_NOT_FOUND);
        }
        for (Api api : List.of(stranger.api(), moderator.api())) {
            assertRefused(api.post(Talk.comments(draft), hello), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(api.put(Talk.path(comment), hello), ErrorCode.COMMENT_NOT_FOUND);
            assertRefused(api.delete(Talk.path(comment)), ErrorCode.COMMENT_NOT_FOUND);
        }
    }

    @Test
    void ownCommentsUnderWhatBecameADraftAreGoneToo() {
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(stranger, conversation);
        author.api().put(Talk.CONVERSATIONS + conversation, Answer.json("{\"published\":false}"));

        assertRefused(stranger.api().get(Talk.path(comment)), ErrorCode.COMMENT_NOT_FOUND);
        assertRefused(stranger.api().delete(Talk.path(comment)), ErrorCode.COMMENT_NOT_FOUND);
    }

    @Test
    void onlyItsAuthorAndAdminsChangeAComment() {
        JsonObject comment = Talk.comment(author, Talk.publish(author));
        JsonObject change = Talk.body("Somebody else's words", null);

        assertRefused(stranger.api().put(Talk.path(comment), change), ErrorCode.UNAUTHORIZED_UPDATE);
        assertRefused(moderator.api().put(Talk.path(comment), change), ErrorCode.UNAUTHORIZED_UPDATE);
        assertThat(Member.admin().api().put(Talk.path(comment), change).status())
                .isEqualTo(200);
    }

    @Test
    void itsAuthorModeratorsAndAdminsDeleteAComment() {
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(author, conversation);
        assertRefused(stranger.api().delete(Talk.path(comment)), ErrorCode.UNAUTHORIZED_DELETE);

        for (Member member : List.of(author, moderator, Member.admin())) {
            JsonObject another = Talk.comment(author, conversation);
            assertThat(member.api().delete(Talk.path(another)).status()).isEqualTo(200);
            assertRefused(member.api().delete(Talk.path(another)), ErrorCode.COMMENT_NOT_FOUND);
        }
    }

    @Test
    void aReplyAnswersACommentOfTheSameConversation() {
        JsonObject elsewhere = Talk.comment(author, Talk.publish(author));
        String conversation = Talk.publish(author);

        for (String parent :
                List.of(elsewhere.getString("id"), UUID.randomUUID().toString())) {
            assertRefused(
                    author.api().post(Talk.comments(conversation), Talk.body(Talk.text(), parent)),
                    ErrorCode.VALIDATION_ERROR,
                    FieldError.of("parent_id", "must be a comment of this conversation", "any.invalid"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"content\":null}",
                "{\"content\":\"\"}",
                "{\"content\":\" \\n \"}",
                "{\"content\":\"\\u2003\\u00a0\"}",
                "{\"content\":\"\\u200b\\ufeff\"}",
                "{\"content\":7}",
                "{\"content\":[\"a\"]}",
                "{\"content\":\"a\\u0000b\"}",
                "{\"content\":\"\\ud800\"}",
                "{\"content\":\"a\",\"parent_id\":\"1\"}",
                "{\"content\":\"a\",\"parent_id\":{}}",
                "[]",
                "null",
                "{",
                ""
            })
    void aBodyThatIsNotAsDescribedIsRefused(String body) {
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(author, conversation);
        ServerLog log = new ServerLog();

        assertThat(author.api().send("POST", Talk.comments(conversation), body).status())
                .isEqualTo(400);
        if (!body.contains("parent_id")) {
            assertThat(author.api().send("PUT", Talk.path(comment), body).status())
                    .isEqualTo(400);
        }
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void aThousandCharactersAreTheMost() {
        String conversation = Talk.publish(author);
        String longest = UUID.randomUUID() + "x".repeat(964);

        assertThat(author.api()
                        .post(Talk.comments(conversation), Talk.body(longest, null))
                        .status())
                .isEqualTo(201);
        assertRefused(
                author.api().post(Talk.comments(conversation), Talk.body(longest + "y", null)),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("content", "length must be less than or equal to 1000 characters long", "string.max"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "depth=4",
                "depth=-1",
                "depth=x",
                "sort=content",
                "sort=id;drop",
                "order=up",
                "cursor=x",
                "cursor=MX4xfjE"
            })
    void aQueryThatIsNotAsDescribedIsRefused(String query) {
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(author, conversation);

        for (String path : List.of(Talk.comments(conversation), Talk.path(comment) + "/replies")) {
            Answer answer = Api.anonymous().get(path + "?" + query);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
        }
    }

    @Test
    void aCursorOfAnotherSortDoesNoHarm() {
        String conversation = Talk.publish(author);
        Talk.comment(author, conversation);
        Talk.comment(author, conversation);
        String cursor = Talk.next(Api.anonymous().get(Talk.comments(conversation) + "?limit=1"));

        Answer answer = Api.anonymous().get(Talk.comments(conversation) + "?sort=likes_count&cursor=" + cursor);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void idsThatAreNoneAreRefusedAndUnknownOnesNotFound() {
        String unknown = UUID.randomUUID().toString();

        assertRefused(
                Api.anonymous().get(Talk.comments("x")),
                ErrorCode.PARAM_VALIDATION_ERROR,
                FieldError.of("id", "must be a valid GUID", "string.guid"));
        assertRefused(
                Api.anonymous().get(Talk.COMMENTS + "1-1-1-1-1"),
                ErrorCode.PARAM_VALIDATION_ERROR,
                FieldError.of("id", "must be a valid GUID", "string.guid"));
        assertRefused(Api.anonymous().get(Talk.comments(unknown)), ErrorCode.CONVERSATION_NOT_FOUND);
        assertRefused(Api.anonymous().get(Talk.COMMENTS + unknown), ErrorCode.COMMENT_NOT_FOUND);
        assertRefused(author.api().delete(Talk.COMMENTS + unknown), ErrorCode.COMMENT_NOT_FOUND);
        assertRefused(
                author.api().post(Talk.comments(unknown), Talk.body("x", null)), ErrorCode.CONVERSATION_NOT_FOUND);
    }
}
