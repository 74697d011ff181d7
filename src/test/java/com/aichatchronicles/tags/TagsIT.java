package com.aichatchronicles.tags;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class TagsIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String TAGS = "/api/v1/tags";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member author = Member.register();
    private final String word = "t" + UUID.randomUUID().toString().replace("-", "");

    private JsonObject publish(boolean published, String... tags) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        List.of(tags).forEach(array::add);
        JsonObject body = Json.createObjectBuilder()
                .add("title", "Tagged with " + tags.length)
                .add("content", "Some thoughts about tags")
                .add("category", "Philosophy")
                .add("published", published)
                .add("tags", array)
                .build();
        return author.api().post(CONVERSATIONS, body).body().getJsonObject("data");
    }

    /** @return the tags of this test with their counts, in order: {@code a 2} */
    private List<String> tags(String query) {
        Answer answer = Api.anonymous().get(TAGS + "?prefix=" + word + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(tag -> tag.getString("name").replace(word, "") + " " + tag.getInt("conversations_count"))
                .toList();
    }

    @Test
    void theMostPopularComesFirst() {
        publish(true, word + "rare", word + "common");
        publish(true, word + "common", word + "common");

        assertThat(tags("")).containsExactly("common 2", "rare 1");
        assertThat(tags("&sort=name")).containsExactly("common 2", "rare 1");
        assertThat(tags("r&sort=name")).containsExactly("rare 1");
        assertThat(tags("&limit=1&page=2")).containsExactly("rare 1");
        assertThat(tags("&limit=1").size()).isEqualTo(1);
        Answer behind = Api.anonymous().get(TAGS + "?page=9&prefix=" + word);
        assertThat(behind.body().getJsonArray("data")).isEmpty();
        assertThat(behind.body().getJsonObject("pagination").getInt("total")).isEqualTo(2);
    }

    @Test
    void theCursorLeadsToTheNextPage() {
        publish(true, word + "a", word + "b", word + "c");
        Answer first = Api.anonymous().get(TAGS + "?sort=name&limit=2&prefix=" + word);

        String cursor = first.body().getJsonObject("pagination").getString("nextCursor");

        assertThat(tags("&sort=name&limit=2&cursor=" + cursor)).containsExactly("c 1");
        assertThat(first.body().getJsonObject("pagination").getInt("total")).isEqualTo(3);
    }

    @Test
    void aPrefixHasNoCaseAndNoWildcards() {
        publish(true, word + "Über_uns", word + "100%");

        assertThat(tags("%C3%BCber")).containsExactly("Über_uns 1");
        assertThat(tags("%25")).isEmpty();
        assertThat(tags("100%25")).containsExactly("100% 1");
        assertThat(tags("_____")).isEmpty();
        assertThat(tags("%5C")).isEmpty();
    }

    @Test
    void draftsCountOnlyOncePublished() {
        JsonObject draft = publish(false, word);
        assertThat(tags("")).isEmpty();
        String path = CONVERSATIONS + "/" + draft.getString("id");

        author.api().put(path, Answer.json("{\"published\":true}"));
        assertThat(tags("")).containsExactly(" 1");
        author.api().put(path, Answer.json("{\"tags\":[\"" + word + "x\"]}"));
        assertThat(tags("")).containsExactly("x 1");
        author.api().put(path, Answer.json("{\"published\":false}"));
        assertThat(tags("")).isEmpty();
        author.api().put(path, Answer.json("{\"published\":true}"));
        author.api().delete(path);
        assertThat(tags("")).isEmpty();
    }

    @Test
    void manyWritersAtOnceAreCountedExactly() throws Exception {
        Together.run(30, () -> publish(true, word + "a", word + "b"));

        assertThat(tags("&sort=name")).containsExactly("a 30", "b 30");
    }

    @Test
    void recountingFindsTheSame() {
        publish(true, word + "a", word + "b");
        publish(true, word + "a");
        Sql.update("UPDATE chronicles.tag_totals SET conversations = 7 WHERE name LIKE ?", word + "%");

        Sql.text("SELECT chronicles.recount()");

        assertThat(tags("")).containsExactly("a 2", "b 1");
    }

    @Test
    void conversationsAreFilteredByAnyOrByAll() {
        JsonObject both = publish(true, word + "a", word + "b");
        JsonObject one = publish(true, word + "a");
        publish(false, word + "a", word + "b");

        assertThat(ids("tags=" + word + "a," + word + "b"))
                .containsExactlyInAnyOrder(both.getString("id"), one.getString("id"));
        assertThat(ids("tags_all=" + word + "a," + word + "b")).containsExactly(both.getString("id"));
        assertThat(ids("tags=" + word + "a&tags_all=" + word + "b")).containsExactly(both.getString("id"));
        assertThat(ids("tags_all=" + word + "b," + word + "c")).isEmpty();
    }

    @Test
    void aPageCostsOneStatement() {
        List<String> empty = Statements.of(i -> Api.anonymous().get(TAGS + "?prefix=" + word + "&limit=" + (10 + i)));
        publish(true, word + "a", word + "b", word + "c");
        List<String> full = Statements.of(i -> Api.anonymous().get(TAGS + "?prefix=" + word + "&limit=" + (20 + i)));

        assertThat(empty).hasSize(1);
        assertThat(full).hasSize(1);
    }

    @Test
    void categoriesHaveTheirCounts() {
        JsonObject body = Json.createObjectBuilder()
                .add("title", "In a category of its own")
                .add("content", "Some thoughts about categories")
                .add("category", word)
                .build();
        author.api().post(CONVERSATIONS, body);

        Answer answer = Api.anonymous().get(CONVERSATIONS + "/categories/counts");

        List<JsonObject> categories = answer.body().getJsonArray("data").getValuesAs(JsonObject.class);
        assertThat(categories.get(0).getString("name")).isEqualTo("Philosophy");
        assertThat(categories)
                .contains(Json.createObjectBuilder()
                        .add("name", word)
                        .add("conversations_count", 1)
                        .build());
    }

    @Test
    void whatIsKeptCostsNoStatementAndIsNeverOlderThanAWrite() throws Exception {
        Api there = SecondServer.shared().api();
        String list = TAGS + "?prefix=" + word;
        String counts = CONVERSATIONS + "/categories/counts";
        for (Api reader : List.of(there, Api.anonymous())) {
            reader.get(list);
            reader.get(counts);
        }
        assertThat(Statements.of(i -> Api.anonymous().get(list))).isEmpty();
        assertThat(Statements.of(i -> Api.anonymous().get(counts))).isEmpty();
        String before = there.get(counts).text();

        String path = CONVERSATIONS + "/" + publish(true, word + "kept").getString("id");

        assertThat(there.get(list).text())
                .contains(word + "kept")
                .isEqualTo(Api.anonymous().get(list).text());
        assertThat(there.get(counts).text())
                .isNotEqualTo(before)
                .isEqualTo(Api.anonymous().get(counts).text());
        author.api().delete(path);
        assertThat(there.get(list).text()).doesNotContain(word + "kept");
        assertThat(there.get(counts).text()).isEqualTo(before);
    }

    @Test
    void whatIsNotAsDescribedIsRefused() {
        assertRefused(
                Api.anonymous().get(TAGS + "?sort=size&page=0"),
                ErrorCode.QUERY_VALIDATION_ERROR,
                FieldError.of("sort", "must be one of [name, popularity]", "any.only"),
                FieldError.of("page", "must be greater than or equal to 1", "number.min"));
    }

    private static List<String> ids(String query) {
        return Api.anonymous()
                .get(CONVERSATIONS + "?" + query)
                .body()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(conversation -> conversation.getString("id"))
                .toList();
    }
}
