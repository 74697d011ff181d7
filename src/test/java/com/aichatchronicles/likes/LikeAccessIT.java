package com.aichatchronicles.likes;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
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
class LikeAccessIT {
    private final Member author = Member.register();
    private final Member stranger = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void nobodyLikesAnonymously() {
        UUID conversation = Community.publish(author);
        UUID comment = Community.comment(author, conversation);
        for (String path : List.of(Community.path(conversation), "/api/v1/comments/" + comment)) {
            Answer liked = Api.anonymous().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);
            assertRefused(liked, ErrorCode.MISSING_TOKEN);
            assertRefused(Api.anonymous().delete(path + "/like"), ErrorCode.MISSING_TOKEN);
            assertRefused(Api.anonymous().get(path + "/like"), ErrorCode.MISSING_TOKEN);
            assertThat(Community.total(Api.anonymous().get(path + "/likes"))).isZero();
        }
        assertRefused(Api.anonymous().get("/api/v1/likes/conversations"), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().get("/api/v1/likes/comments"), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aDraftOfSomebodyElseIsNotFound() {
        UUID draft = Community.draft(author);
        UUID comment = Community.comment(author, draft);

        assertNotThere(stranger, Community.path(draft), ErrorCode.CONVERSATION_NOT_FOUND);
        assertNotThere(stranger, "/api/v1/comments/" + comment, ErrorCode.COMMENT_NOT_FOUND);
        assertThat(Sql.text("SELECT count(*) FROM public.likes WHERE user_id = ?", stranger.id()))
                .isEqualTo("0");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertNotThere(stranger, Community.path(UUID.randomUUID()), ErrorCode.CONVERSATION_NOT_FOUND);
        assertNotThere(stranger, "/api/v1/comments/" + UUID.randomUUID(), ErrorCode.COMMENT_NOT_FOUND);
    }

    private static void assertNotThere(Member caller, String path, ErrorCode code) {
        assertRefused(caller.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT), code);
        assertRefused(caller.api().delete(path + "/like"), code);
        assertRefused(caller.api().get(path + "/like"), code);
        assertRefused(caller.api().get(path + "/likes"), code);
        assertRefused(Api.anonymous().get(path + "/likes"), code);
    }

    @Test
    void theAuthorAndAnAdminMayLikeADraft() {
        String draft = Community.path(Community.draft(author));

        assertThat(author.api()
                        .put(draft + "/like", JsonObject.EMPTY_JSON_OBJECT)
                        .status())
                .isEqualTo(200);
        assertThat(Member.admin()
                        .api()
                        .put(draft + "/like", JsonObject.EMPTY_JSON_OBJECT)
                        .status())
                .isEqualTo(200);
        assertThat(Community.total(author.api().get(draft + "/likes"))).isEqualTo(2);
        assertThat(Community.total(author.api().get("/api/v1/likes/conversations")))
                .isEqualTo(1);
    }

    @Test
    void whatWasTakenBackIsGoneFromTheListsOfThoseWhoLikeIt() {
        UUID conversation = Community.publish(author);
        UUID comment = Community.comment(author, conversation);
        for (Member member : List.of(stranger, author)) {
            member.api().put(Community.path(conversation) + "/like", JsonObject.EMPTY_JSON_OBJECT);
            member.api().put("/api/v1/comments/" + comment + "/like", JsonObject.EMPTY_JSON_OBJECT);
        }

        Community.takeBack(author, conversation);

        for (String list : List.of("/api/v1/likes/conversations", "/api/v1/likes/comments")) {
            Answer theirs = stranger.api().get(list);
            assertThat(theirs.body().getJsonArray("data")).as(list).isEmpty();
            assertThat(Community.total(theirs)).as(list).isZero();
            assertThat(Community.total(author.api().get(list))).as(list).isEqualTo(1);
        }
        assertNotThere(stranger, Community.path(conversation), ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/conversations/", "/api/v1/comments/"})
    void anIdOfAnotherFormIsRefused(String base) {
        FieldError wrong = FieldError.of("id", "must be a valid GUID", "string.guid");
        for (String id : List.of("1", "me", "1-1-1-1-1", "'%20OR%201=1")) {
            Answer liked = stranger.api().put(base + id + "/like", JsonObject.EMPTY_JSON_OBJECT);
            assertRefused(liked, ErrorCode.PARAM_VALIDATION_ERROR, wrong);
            assertRefused(stranger.api().delete(base + id + "/like"), ErrorCode.PARAM_VALIDATION_ERROR, wrong);
            assertRefused(stranger.api().get(base + id + "/likes"), ErrorCode.PARAM_VALIDATION_ERROR, wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=x", "limit=0", "limit=101", "cursor=x", "cursor=%00", "cursor=MX4yfjM"})
    void aPageThatIsNoneIsRefused(String query) {
        String likes = Community.path(Community.publish(author)) + "/likes?";
        for (String list : List.of(likes, "/api/v1/likes/conversations?", "/api/v1/likes/comments?")) {
            Answer answer = stranger.api().get(list + query);
            assertThat(answer.status()).as(list + query).isEqualTo(400);
            assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
        }
    }

    @Test
    void aBodyIsNeitherNeededNorLookedAt() {
        String path = Community.path(Community.publish(author)) + "/like";

        assertThat(stranger.api().send("PUT", path, "{").status()).isEqualTo(200);
        assertThat(stranger.api()
                        .with("Content-Type", "text/plain")
                        .send("PUT", path, "x")
                        .status())
                .isEqualTo(200);
        assertThat(stranger.api().send("PUT", path, BodyPublishers.noBody()).status())
                .isEqualTo(200);
    }
}
