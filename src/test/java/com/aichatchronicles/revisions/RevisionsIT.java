package com.aichatchronicles.revisions;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class RevisionsIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member author = Member.register();
    private final JsonObject made = Talk.conversation(author, "The first text\nof two lines", true);
    private final String path = CONVERSATIONS + "/" + made.getString("id");

    private static Answer edit(Member editor, String path, String changes) {
        return editor.api().put(path, Answer.json(changes));
    }

    private static List<JsonObject> data(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class);
    }

    @Test
    void everyEditKeepsTheFormerText() {
        edit(author, path, "{\"content\":\"The second text\\nof two lines\"}");
        edit(author, path, "{\"title\":\"Another title\",\"tags\":[\"new\"]}");
        edit(author, path, "{\"published\":false}");

        Answer list = author.api().get(path + "/revisions");

        assertThat(data(list))
                .extracting(revision -> revision.getInt("version"))
                .containsExactly(2, 1);
        JsonObject latest = data(list).get(0);
        assertThat(latest.getString("title")).isEqualTo(Talk.TITLE);
        assertThat(latest).doesNotContainKey("content");
        assertThat(latest.getJsonObject("replaced_by").getString("username")).isEqualTo(author.username());
        assertThat(latest.getString("written_at")).isEqualTo(data(list).get(1).getString("replaced_at"));
        assertThat(first().getString("content")).isEqualTo("The first text\nof two lines");
        assertThat(list.body().getJsonObject("pagination").getInt("total")).isEqualTo(2);
    }

    private JsonObject first() {
        return author.api().get(path + "/revisions/1").body().getJsonObject("data");
    }

    @Test
    void readersSeeThatAndWhenItWasEdited() {
        assertThat(made.isNull("edited_at")).isTrue();

        JsonObject tagged = edit(author, path, "{\"tags\":[\"new\"]}").body().getJsonObject("data");
        JsonObject edited =
                edit(author, path, "{\"title\":\"Another title\"}").body().getJsonObject("data");

        assertThat(tagged.isNull("edited_at")).isTrue();
        assertThat(edited.getString("edited_at")).isEqualTo(edited.getString("updated_at"));
        Answer read = Api.anonymous().get(path + "?fields=edited_at");
        assertThat(read.body().getJsonObject("data").getString("edited_at")).isEqualTo(edited.getString("edited_at"));
    }

    @Test
    void anEditOfADraftIsNoEditForReaders() {
        JsonObject draft = Talk.conversation(author, "Not yet public", false);
        String draftPath = CONVERSATIONS + "/" + draft.getString("id");
        edit(author, draftPath, "{\"content\":\"Now it is ready\",\"published\":true}");

        assertThat(data(author.api().get(draftPath + "/revisions"))).hasSize(1);
        assertThat(Api.anonymous().get(draftPath).body().getJsonObject("data").isNull("edited_at"))
                .isTrue();
    }

    @Test
    void onlyAuthorModeratorsAndAdminsReadThem() {
        edit(author, path, "{\"title\":\"Another title\"}");
        String[] paths = {path + "/revisions", path + "/revisions/1", path + "/revisions/1/diff"};

        for (String revisions : paths) {
            assertRefused(Api.anonymous().get(revisions), ErrorCode.MISSING_TOKEN);
            assertRefused(Member.register().api().get(revisions), ErrorCode.INSUFFICIENT_PERMISSIONS);
            assertThat(Member.register("moderator").api().get(revisions).status())
                    .isEqualTo(200);
            assertThat(Member.admin().api().get(revisions).status()).isEqualTo(200);
            assertThat(author.api().get(revisions).header("Cache-Control")).isEqualTo("private, no-cache");
        }
        edit(author, path, "{\"published\":false}");
        for (String revisions : paths) {
            assertRefused(Member.register().api().get(revisions), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(Member.register("moderator").api().get(revisions), ErrorCode.CONVERSATION_NOT_FOUND);
        }
    }

    @Test
    void aComparisonShowsWhatCameAndWhatWent() {
        edit(author, path, "{\"content\":\"The second text\\nof two lines\",\"title\":\"Another title\"}");
        edit(author, path, "{\"content\":\"The third text\\nof two lines\"}");

        JsonObject present = author.api().get(path + "/revisions/1/diff").body().getJsonObject("data");
        JsonObject former =
                author.api().get(path + "/revisions/1/diff?with=2").body().getJsonObject("data");

        assertThat(present.getInt("to")).isEqualTo(3);
        assertThat(present.getString("diff").lines())
                .containsExactly(
                        "--- version 1",
                        "+++ version 3",
                        "@@ -1,2 +1,2 @@",
                        "-The first text",
                        "+The third text",
                        " of two lines");
        assertThat(former.getString("diff")).contains("+The second text");
        assertThat(former.getJsonArray("changed").getJsonObject(0).getString("from"))
                .isEqualTo(Talk.TITLE);
        assertRefused(author.api().get(path + "/revisions/1/diff?with=99"), ErrorCode.REVISION_NOT_FOUND);
    }

    @Test
    void goingBackIsAnEditLikeAnyOther() {
        edit(author, path, "{\"content\":\"The second text\",\"title\":\"Another title\"}");
        Answer read = author.api().get(path);

        Answer back = author.api().with("If-Match", read.header("ETag")).post(path + "/revisions/1/restore", empty());

        assertThat(back.status()).as(back.text()).isEqualTo(200);
        JsonObject now = Api.anonymous().get(path).body().getJsonObject("data");
        assertThat(now.getString("content")).isEqualTo("The first text\nof two lines");
        assertThat(now.getString("title")).isEqualTo(Talk.TITLE);
        assertThat(data(author.api().get(path + "/revisions"))).hasSize(2);
        assertRefused(
                author.api().with("If-Match", read.header("ETag")).post(path + "/revisions/1/restore", empty()),
                ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void onlyAuthorModeratorsAndAdminsGoBack() {
        edit(author, path, "{\"title\":\"Another title\"}");
        String back = path + "/revisions/1/restore";

        assertRefused(Api.anonymous().post(back, empty()), ErrorCode.MISSING_TOKEN);
        assertRefused(Member.register().api().post(back, empty()), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertThat(Member.register("moderator").api().post(back, empty()).status())
                .isEqualTo(200);
        assertRefused(author.api().post(path + "/revisions/99/restore", empty()), ErrorCode.REVISION_NOT_FOUND);
    }

    @Test
    void ofManyWhoGoBackWithOneTagOneDoes() throws Exception {
        edit(author, path, "{\"title\":\"Another title\"}");
        Api editor = author.api().with("If-Match", author.api().get(path).header("ETag"));

        List<Integer> statuses = Together.run(
                10, () -> editor.post(path + "/revisions/1/restore", empty()).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(9);
    }

    @Test
    void pagesFollowEachOtherInAFewStatements() {
        for (int i = 0; i < 5; i++) {
            edit(author, path, "{\"title\":\"Title number " + i + "\"}");
        }
        Answer one = author.api().get(path + "/revisions?limit=2");
        String cursor = one.body().getJsonObject("pagination").getString("nextCursor");

        assertThat(data(author.api().get(path + "/revisions?limit=2&cursor=" + cursor)))
                .extracting(revision -> revision.getInt("version"))
                .containsExactly(3, 2);
        // One of them says whether the caller may read the list.
        assertThat(Statements.of(i -> author.api().get(path + "/revisions?limit=" + (20 + i))))
                .hasSize(2);
    }

    @Test
    void hostilePathsAreRefused() {
        assertRefused(
                author.api().get(path + "/revisions/x"),
                ErrorCode.PARAM_VALIDATION_ERROR,
                FieldError.of("version", "must be a number", "number.base"));
        assertRefused(author.api().get(path + "/revisions/999999999999999999"), ErrorCode.REVISION_NOT_FOUND);
        assertRefused(
                author.api().get(CONVERSATIONS + "/" + UUID.randomUUID() + "/revisions"),
                ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(author.api().get(path + "/revisions/-1").status()).isEqualTo(400);
        assertThat(author.api().get(path + "/revisions/1/diff?with=x").status()).isEqualTo(400);
    }

    @Test
    void textsThatAreTooLargeAreNotCompared() {
        edit(
                author,
                path,
                Json.createObjectBuilder()
                        .add("content", "x".repeat(4_000_001))
                        .build()
                        .toString());

        assertRefused(author.api().get(path + "/revisions/1/diff"), ErrorCode.COMPARISON_TOO_LARGE);
    }

    private static JsonObject empty() {
        return JsonObject.EMPTY_JSON_OBJECT;
    }
}
