package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class ListIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aPageHasThePaginationOfTheContract() {
        Member author = Member.register();
        String category = Sample.word();
        IntStream.range(0, 5).forEach(number -> Sample.publish(author, inCategory("Number " + number, category)));

        Answer answer = Api.anonymous().get(Sample.PATH + "?page=2&limit=2&category=" + category);

        assertThat(answer.body().keySet()).containsExactly("success", "data", "pagination");
        assertThat(Sample.titles(answer)).containsExactly("Number 2", "Number 1");
        JsonObject pagination = answer.body().getJsonObject("pagination");
        assertThat(Json.createObjectBuilder(pagination).remove("nextCursor").build())
                .isEqualTo(Answer.json("{\"page\":2,\"limit\":2,\"total\":5,\"totalPages\":3,"
                        + "\"hasNextPage\":true,\"hasPreviousPage\":true}"));
        assertThat(pagination.getString("nextCursor")).isNotBlank();
    }

    private static JsonObjectBuilder inCategory(String title, String category) {
        return Sample.body(title).add("category", category);
    }

    @Test
    void aPageBeyondTheEndIsEmpty() {
        String category = Sample.word();
        Sample.publish(Member.register(), inCategory("The only one", category));

        Answer answer = Api.anonymous().get(Sample.PATH + "?page=9&category=" + category);

        assertThat(answer.body().getJsonArray("data")).isEmpty();
        assertThat(answer.body().getJsonObject("pagination"))
                .isEqualTo(Answer.json("{\"page\":9,\"limit\":12,\"total\":1,\"totalPages\":1,"
                        + "\"hasNextPage\":false,\"hasPreviousPage\":true,\"nextCursor\":null}"));
    }

    @Test
    void twelveAreShownUnlessAskedForMore() {
        Member author = Member.register();
        String category = Sample.word();
        IntStream.range(0, 13).forEach(number -> Sample.publish(author, inCategory("Number " + number, category)));

        Answer twelve = Api.anonymous().get(Sample.PATH + "?category=" + category);
        Answer all = Api.anonymous().get(Sample.PATH + "?limit=100&category=" + category);

        assertThat(twelve.body().getJsonArray("data")).hasSize(12);
        assertThat(all.body().getJsonArray("data")).hasSize(13);
    }

    @Test
    void everyWrongParameterIsListedAtOnce() {
        Answer answer = Api.anonymous()
                .get(Sample.PATH + "?page=0&limit=101&sort=author&order=up&cursor=x&fields=email&category="
                        + "c".repeat(51) + "&search=" + "s".repeat(201) + "&ai_model=" + "m".repeat(101)
                        + "&tags=a,b,c,d,e,f,g,h,i,j,k");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
        assertThat(answer.body().getJsonArray("details").getValuesAs(JsonObject.class))
                .extracting(detail -> detail.getString("field"))
                .containsExactlyInAnyOrder(
                        "page", "limit", "sort", "order", "cursor", "fields", "category", "search", "ai_model", "tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "page=1.5", "page=99999999999999999999", "limit=0", "limit=1e1"})
    void aNumberOutOfRangeIsRefused(String query) {
        Answer answer = Api.anonymous().get(Sample.PATH + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
    }

    @Test
    void theCategoryAllIsNone() {
        int all = Sample.total(Api.anonymous().get(Sample.PATH + "?category=All&limit=1"));
        int none = Sample.total(Api.anonymous().get(Sample.PATH + "?limit=1"));

        assertThat(all).isEqualTo(none);
    }

    @Test
    void anyOfTheTagsIsEnough() {
        Member author = Member.register();
        String word = Sample.word();
        Sample.publish(author, tagged("Both tags", word + "a", word + "b"));
        Sample.publish(author, tagged("One tag", word + "b"));
        Sample.publish(author, tagged("Another tag", word + "c"));

        Answer answer = Api.anonymous().get(Sample.PATH + "?tags=" + word + "a,%20" + word + "b,");

        assertThat(Sample.titles(answer)).containsExactly("One tag", "Both tags");
        assertThat(Sample.total(answer)).isEqualTo(2);
    }

    private static JsonObjectBuilder tagged(String title, String... tags) {
        return Sample.body(title).add("tags", Json.createArrayBuilder(List.of(tags)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"quoted\" tag", "back\\slash", "{braces}", "NULL", "'; DROP TABLE x"})
    void aTagMayHoldWhatArraysAreWrittenWith(String text) {
        String tag = Sample.word() + text;
        Sample.publish(Member.register(), tagged("An odd tag", tag));

        Answer answer = Api.anonymous().get(Sample.PATH + "?tags=" + Sample.encoded(tag));

        assertThat(Sample.titles(answer)).containsExactly("An odd tag");
    }

    @Test
    void theAssistantIsAFilter() {
        Member author = Member.register();
        String model = "Model " + Sample.word();
        Sample.publish(author, Sample.body("By this model").add("ai_model", model));
        Sample.publish(author, Sample.body("By another model").add("ai_model", model + "x"));

        Answer answer = Api.anonymous().get(Sample.PATH + "?ai_model=" + Sample.encoded(model));

        assertThat(Sample.titles(answer)).containsExactly("By this model");
        assertThat(Sample.total(answer)).isEqualTo(1);
    }

    @Test
    void allFiltersHoldTogether() {
        Member author = Member.register();
        String word = Sample.word();
        JsonObjectBuilder fits =
                tagged("Fits " + word, word).add("category", word).add("ai_model", word);
        Sample.publish(author, fits);
        Sample.publish(author, inCategory("Fits not " + word, word));

        Answer answer = Api.anonymous()
                .get(Sample.PATH + "?category=%s&tags=%s&ai_model=%s&search=%s".formatted(word, word, word, word));

        assertThat(Sample.titles(answer)).containsExactly("Fits " + word);
        assertThat(answer.body().getString("searchTerm")).isEqualTo(word);
    }

    @Test
    void aWriteIsInTheNextListOfAnyone() {
        Member author = Member.register();
        String list = Sample.PATH + "?category=" + Sample.word();
        String category = list.substring(list.indexOf('=') + 1);

        JsonObject made = Sample.publish(author, inCategory("Seen at once", category));
        assertThat(Sample.titles(Api.anonymous().get(list))).containsExactly("Seen at once");
        author.api().put(Sample.path(made), Answer.json("{\"title\":\"Changed at once\"}"));
        assertThat(Sample.titles(Api.anonymous().get(list))).containsExactly("Changed at once");
        author.api().put(Sample.path(made), Answer.json("{\"published\":false}"));
        assertThat(Sample.total(Api.anonymous().get(list))).isZero();
        author.api().put(Sample.path(made), Answer.json("{\"published\":true}"));
        assertThat(Sample.total(Api.anonymous().get(list))).isEqualTo(1);
        author.api().delete(Sample.path(made));
        assertThat(Sample.total(Api.anonymous().get(list))).isZero();
    }

    @Test
    void noListShowsAnAddress() {
        Member author = Member.register();
        Sample.publish(author, "Who wrote this");

        assertThat(Api.anonymous().get(Sample.PATH + "/user/" + author.id()).text())
                .doesNotContain(author.email())
                .doesNotContain("\"email\"");
    }
}
