package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
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
class CategoriesIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theStandardOnesComeFirst() {
        JsonObject body = Api.anonymous().get(Sample.PATH + "/categories").body();

        assertThat(body.keySet()).containsExactly("success", "data");
        assertThat(body.getJsonArray("data").getValuesAs(JsonString::getString))
                .startsWith(
                        "Philosophy",
                        "Technology",
                        "Science",
                        "Politics",
                        "Culture",
                        "Economics",
                        "Environment",
                        "Health",
                        "Education",
                        "Entertainment")
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherOneIsThereAsLongAsItIsInPublishedUse() {
        Member author = Member.register();
        String category = "Category " + Sample.word();
        JsonObject made = Sample.publish(author, Sample.body("In this category").add("category", category));

        assertThat(categories()).contains(category);
        author.api().put(Sample.path(made), Answer.json("{\"published\":false}"));
        assertThat(categories()).doesNotContain(category);
        author.api().put(Sample.path(made), Answer.json("{\"published\":true}"));
        assertThat(categories()).contains(category);
        author.api().delete(Sample.path(made));
        assertThat(categories()).doesNotContain(category);
    }

    private static List<String> categories() {
        return Api.anonymous()
                .get(Sample.PATH + "/categories")
                .body()
                .getJsonArray("data")
                .getValuesAs(JsonString::getString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Arts & Crafts", "Über uns", "哲学 と 科学", "100%", "C++", "a?b=c", "it's", "q;r", "😀"})
    void aNameMayHoldAnySign(String name) {
        String category = name + " " + Sample.word();
        Member author = Member.register();
        Sample.publish(author, Sample.body("By its category").add("category", category));
        Sample.publish(author, Sample.body("By another category").add("category", category + "x"));

        Answer byPath = Api.anonymous().get(Sample.PATH + "/category/" + Sample.encoded(category));
        Answer byQuery = Api.anonymous().get(Sample.PATH + "?category=" + Sample.encoded(category));

        assertThat(Sample.titles(byPath)).containsExactly("By its category");
        assertThat(byPath.body()).isEqualTo(byQuery.body());
    }

    @Test
    void theListOfACategoryTakesTheParametersOfAnyList() {
        String category = Sample.word();
        Member author = Member.register();
        IntStream.range(0, 3)
                .forEach(number ->
                        Sample.publish(author, Sample.body("Number " + number).add("category", category)));

        Answer answer = Api.anonymous()
                .get(Sample.PATH + "/category/" + category + "?limit=1&page=2&sort=title&order=asc&fields=title");

        assertThat(answer.body().getJsonArray("data"))
                .isEqualTo(Answer.json("{\"a\":[{\"title\":\"Number 1\"}]}").getJsonArray("a"));
        assertThat(Sample.total(answer)).isEqualTo(3);
        assertThat(Api.anonymous()
                        .get(Sample.PATH + "/category/" + category + "?limit=0")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownCategoryIsEmpty() {
        Answer answer = Api.anonymous().get(Sample.PATH + "/category/" + Sample.word());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Sample.total(answer)).isZero();
    }

    @Test
    void allIsEveryCategory() {
        assertThat(Sample.total(Api.anonymous().get(Sample.PATH + "/category/All?limit=1")))
                .isEqualTo(Sample.total(Api.anonymous().get(Sample.PATH + "?limit=1")));
    }
}
