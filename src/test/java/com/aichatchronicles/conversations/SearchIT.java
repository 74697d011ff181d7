package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class SearchIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String SEARCH = Sample.PATH + "/search?q=";

    private static Answer search(String term) {
        return Api.anonymous().get(SEARCH + Sample.encoded(term));
    }

    private static JsonObject publish(String title, String content) {
        return Sample.publish(Member.register(), Sample.body(title).add("content", content));
    }

    @Test
    void theTitleWeighsMoreThanTheText() {
        String word = Sample.word();
        Member author = Member.register();
        Sample.publish(author, Sample.body("In the title: " + word).add("content", "nothing to see here"));
        Sample.publish(author, Sample.body("In the text alone").add("content", "here it is: " + word));

        Answer answer = search(word);

        assertThat(answer.body().keySet()).containsExactly("success", "data", "pagination", "searchTerm");
        assertThat(answer.body().getString("searchTerm")).isEqualTo(word);
        assertThat(Sample.titles(answer)).containsExactly("In the title: " + word, "In the text alone");
        assertThat(ranks(answer)).isSortedAccordingTo(Comparator.reverseOrder()).allMatch(rank -> rank > 0);
        assertThat(Sample.total(answer)).isEqualTo(2);
    }

    private static List<Double> ranks(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(hit -> hit.getJsonNumber("rank").doubleValue())
                .toList();
    }

    private static String highlight(Answer answer) {
        return answer.body().getJsonArray("data").getJsonObject(0).getString("highlight");
    }

    @Test
    void theHitIsMarkedAndAllElseEscaped() {
        String word = Sample.word();
        publish(
                "An attack on readers",
                "<script>alert('x')</script> \"" + word + "\" & 1 < 2 'so' <mark>not ours</mark> \uE000x\uE001");

        String highlight = highlight(search(word));

        assertThat(highlight).contains("<mark>" + word + "</mark>");
        assertThat(highlight.replace("<mark>" + word + "</mark>", ""))
                .doesNotContain("<", ">", "\"", "'", "\uE000", "\uE001")
                .contains("&lt;", "&amp;", "&quot;", "&#39;");
    }

    @Test
    void searchesTakeFiltersSortsAndPages() {
        String word = Sample.word();
        Member author = Member.register();
        for (String title : List.of("B", "A", "C")) {
            Sample.publish(author, Sample.body(title + " title " + word).add("category", "Cat " + title));
        }

        String sorted = SEARCH + word + "&sort=title&order=asc&limit=1";
        Answer first = Api.anonymous().get(sorted);
        String cursor = first.body().getJsonObject("pagination").getString("nextCursor");

        assertThat(Sample.titles(first)).containsExactly("A title " + word);
        assertThat(Sample.titles(Api.anonymous().get(sorted + "&page=2"))).containsExactly("B title " + word);
        assertThat(Sample.titles(Api.anonymous().get(sorted + "&cursor=" + cursor)))
                .containsExactly("B title " + word);
        assertThat(Sample.titles(Api.anonymous().get(SEARCH + word + "&category=Cat%20C")))
                .containsExactly("C title " + word);
        assertThat(Sample.total(Api.anonymous().get(SEARCH + word + "&page=9"))).isEqualTo(3);
        assertThat(Sample.ids(Api.anonymous().get(SEARCH + word + "&page=9"))).isEmpty();
    }

    @Test
    void aPhraseIsFoundInItsOrderOnly() {
        String word = Sample.word();
        publish("In this order", word + " green apples");
        publish("In that order", word + " apples green");

        assertThat(Sample.titles(search('"' + word + " green apples\""))).containsExactly("In this order");
    }

    @Test
    void aWordBehindAMinusIsExcluded() {
        String word = Sample.word();
        publish("With company", word + " and butter");
        publish("On its own", word + " and nothing");

        assertThat(Sample.titles(search(word + " -butter"))).containsExactly("On its own");
    }

    @Test
    void eitherOfTwoWordsIsEnoughWithOr() {
        String one = Sample.word();
        String two = Sample.word();
        publish("Holds the first", "here: " + one);
        publish("Holds the second", "here: " + two);

        assertThat(Sample.titles(search(one + " or " + two)))
                .containsExactlyInAnyOrder("Holds the first", "Holds the second");
    }

    @Test
    void chineseIsFoundWithinASentence() {
        publish("一个关于意识的对话", "我们讨论了人工智能与鸞鳳麒麟的关系，以及其他的问题。");

        assertThat(Sample.titles(search("麒麟"))).contains("一个关于意识的对话");
        assertThat(highlight(search("鸞鳳麒麟"))).contains("<mark>鸞鳳麒麟</mark>");
    }

    @Test
    void theBeginningOfAWordIsEnough() {
        String word = Sample.word();
        publish("Only begun", "here: " + word);

        assertThat(Sample.titles(search(word.substring(0, 12)))).containsExactly("Only begun");
    }

    @Test
    void aMistypedWordOfATitleIsFound() {
        String word = Sample.word();
        publish("Spelt: " + word, "nothing in the text");
        String mistyped = word.substring(0, 8) + "y" + word.substring(9);

        assertThat(Sample.titles(search(mistyped))).contains("Spelt: " + word);
    }

    @Test
    void wordsAreFoundInOtherForms() {
        String word = Sample.word();
        publish("Several forms", word + " conversations were running");

        assertThat(Sample.titles(search(word + " run conversation"))).containsExactly("Several forms");
    }

    @Test
    void theListSearchesToo() {
        String word = Sample.word();
        publish("Found in the list", "here: " + word);

        Answer answer = Api.anonymous().get(Sample.PATH + "?search=" + word);

        assertThat(Sample.titles(answer)).containsExactly("Found in the list");
        assertThat(answer.body().getString("searchTerm")).isEqualTo(word);
    }

    @Test
    void aHitHasOnlyTheMembersAskedFor() {
        String word = Sample.word();
        publish("Hits with few members", "here: " + word);

        Answer answer = Api.anonymous().get(SEARCH + word + "&fields=id,highlight");

        assertThat(answer.body().getJsonArray("data").getJsonObject(0).keySet())
                .containsExactlyInAnyOrder("id", "highlight");
        assertThat(highlight(answer)).isEqualTo("here: <mark>" + word + "</mark>");
        assertThat(Api.anonymous()
                        .get(SEARCH + word + "&fields=id,rank")
                        .body()
                        .getJsonArray("data")
                        .getJsonObject(0)
                        .keySet())
                .containsExactlyInAnyOrder("id", "rank");
    }

    @ParameterizedTest
    @CsvSource({"0,created_at", "0,title", "0,likes_count", "6,created_at", "6,title", "-1,updated_at", "-1,title"})
    void everyOrderHasTheSameHitsWithTheSameRanks(int cut, String sort) {
        String word = Sample.word();
        Member author = Member.register();
        for (String title : List.of("B", "A", "C")) {
            Sample.publish(author, Sample.body(title + ' ' + word).add("content", (title + ' ').repeat(3) + word));
        }
        String mistyped = word.substring(0, 8) + "y" + word.substring(9);
        String term = cut < 0 ? mistyped : word.substring(0, word.length() - cut);

        Answer best = search(term);
        Answer sorted = Api.anonymous().get(SEARCH + term + "&order=desc&sort=" + sort);

        assertThat(ranksById(sorted)).hasSize(3).isEqualTo(ranksById(best));
        assertThat(Sample.total(sorted)).isEqualTo(3);
        assertThat(ranks(best)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static Map<String, Double> ranksById(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        hit -> hit.getString("id"),
                        hit -> hit.getJsonNumber("rank").doubleValue()));
    }
}
