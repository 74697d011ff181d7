package com.aichatchronicles.collections;

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
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class BookmarkIT {
    private static final String BOOKMARKS = "/api/v1/bookmarks";

    private final Member author = Member.register();
    private final Member reader = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Answer keep(Member who, UUID conversation) {
        return who.api().put(Community.path(conversation) + "/bookmark", JsonObject.EMPTY_JSON_OBJECT);
    }

    @Test
    void whatIsKeptIsListedForItsKeeperTheLastFirst() {
        UUID first = Community.publish(author);
        UUID second = Community.publish(author);
        UUID third = Community.publish(author);

        Answer kept = keep(reader, second);
        keep(reader, third);
        keep(reader, first);

        assertThat(kept.body()).isEqualTo(Answer.json("""
                {"success":true,"data":{"bookmarked":true},"message":"Bookmark added successfully"}"""));
        assertThat(keep(reader, second).body()).isEqualTo(kept.body());
        Answer list = reader.api().get(BOOKMARKS);
        assertThat(Community.texts(list, "id")).containsExactly(first.toString(), third.toString(), second.toString());
        assertThat(Community.total(list)).isEqualTo(3);
        assertThat(list.header("Cache-Control")).startsWith("private");
        assertThat(Community.walk(reader.api(), BOOKMARKS, "id"))
                .containsExactly(first.toString(), third.toString(), second.toString());
        assertThat(Community.total(author.api().get(BOOKMARKS))).isZero();
    }

    @Test
    void whatIsKeptNoLongerIsGone() {
        UUID conversation = Community.publish(author);
        String path = Community.path(conversation) + "/bookmark";
        keep(reader, conversation);
        assertThat(Community.data(reader.api().get(path)).getBoolean("bookmarked"))
                .isTrue();

        for (int i = 0; i < 2; i++) {
            assertThat(Community.data(reader.api().delete(path)).getBoolean("bookmarked"))
                    .isFalse();
        }

        assertThat(Community.data(reader.api().get(path)).getBoolean("bookmarked"))
                .isFalse();
        assertThat(Community.total(reader.api().get(BOOKMARKS))).isZero();
    }

    @Test
    void aDraftOfSomebodyElseCantBeKept() {
        UUID draft = Community.draft(author);

        assertRefused(keep(reader, draft), ErrorCode.CONVERSATION_NOT_FOUND);
        assertRefused(keep(reader, UUID.randomUUID()), ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(Community.total(reader.api().get(BOOKMARKS))).isZero();
        assertThat(keep(author, draft).status()).isEqualTo(200);
        assertThat(Community.texts(author.api().get(BOOKMARKS), "id")).containsExactly(draft.toString());
    }

    @Test
    void whatWasTakenBackIsPassedOverUntilItIsPublishedAgain() {
        UUID conversation = Community.publish(author);
        keep(reader, conversation);

        Community.takeBack(author, conversation);

        Answer list = reader.api().get(BOOKMARKS);
        assertThat(list.text()).doesNotContain(conversation.toString());
        assertThat(Community.total(list)).isZero();
        author.api().put(Community.path(conversation), Answer.json("{\"published\":true}"));
        assertThat(Community.texts(reader.api().get(BOOKMARKS), "id")).containsExactly(conversation.toString());
        author.api().delete(Community.path(conversation));
        assertThat(Community.total(reader.api().get(BOOKMARKS))).isZero();
    }

    @Test
    void equalBookmarksAtOnceAreOne() throws Exception {
        UUID conversation = Community.publish(author);

        assertThat(Together.run(12, () -> keep(reader, conversation).status())).containsOnly(200);

        assertThat(Sql.text("SELECT count(*) FROM chronicles.bookmarks WHERE user_id = ?", reader.id()))
                .isEqualTo("1");
    }

    @Test
    void nobodyKeepsAnythingAnonymously() {
        String path = Community.path(Community.publish(author)) + "/bookmark";

        assertRefused(Api.anonymous().get(BOOKMARKS), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().get(path), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().put(path, JsonObject.EMPTY_JSON_OBJECT), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().delete(path), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void whatIsNotAsDescribedIsRefused() {
        FieldError wrong = FieldError.of("id", "must be a valid GUID", "string.guid");
        for (String id : List.of("x", "1-1-1-1-1")) {
            String path = "/api/v1/conversations/" + id + "/bookmark";
            Answer kept = reader.api().put(path, JsonObject.EMPTY_JSON_OBJECT);
            assertRefused(kept, ErrorCode.PARAM_VALIDATION_ERROR, wrong);
            assertRefused(reader.api().delete(path), ErrorCode.PARAM_VALIDATION_ERROR, wrong);
            assertRefused(reader.api().get(path), ErrorCode.PARAM_VALIDATION_ERROR, wrong);
        }
        for (String query : List.of("page=0", "limit=x", "cursor=x", "fields=secret")) {
            assertThat(reader.api().get(BOOKMARKS + "?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }
}
