package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class LostUpdateIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final JsonObject CHANGE = Answer.json("{\"title\":\"Another title\"}");

    @Test
    void anEditWithTheCurrentTagGoesOn() {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "Read before written"));
        String tag = author.api().get(path).header("ETag");

        Answer answer = author.api().with("If-Match", tag).put(path, CHANGE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag"))
                .isNotEqualTo(tag)
                .isEqualTo(author.api().get(path).header("ETag"));
    }

    @Test
    void anEditWithAnEarlierTagIsRefused() {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "Written meanwhile"));
        String tag = author.api().get(path).header("ETag");
        author.api().put(path, CHANGE);

        Answer answer = author.api().with("If-Match", tag).put(path, Answer.json("{\"title\":\"Too late\"}"));

        assertRefused(answer, ErrorCode.PRECONDITION_FAILED);
        assertThat(Sample.data(author.api(), path).getString("title")).isEqualTo("Another title");
    }

    @Test
    void anEditWithAStarGoesOn() {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "Whatever it is"));

        assertThat(author.api().with("If-Match", "*").put(path, CHANGE).status())
                .isEqualTo(200);
    }

    @Test
    void anEditWithTheCompressedTagGoesOn() {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, Sample.body("Zipped").add("content", "words ".repeat(500))));
        String tag = author.api().with("Accept-Encoding", "gzip").get(path).header("ETag");

        assertThat(author.api().with("If-Match", tag).put(path, CHANGE).status())
                .isEqualTo(200);
    }

    @Test
    void anEditWithOneOfSeveralTagsGoesOn() {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "One of several"));
        String tag = author.api().get(path).header("ETag");

        assertThat(author.api()
                        .with("If-Match", "\"none\", " + tag)
                        .put(path, CHANGE)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\"garbage\"", "\"", "1", "\"1\"", ",", "1.x", "''", "\"2.x\""})
    void anEditWithAnInventedTagIsRefused(String tag) {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "Invented tags"));

        assertRefused(author.api().with("If-Match", tag).put(path, CHANGE), ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void anEditWithAWeakTagIsRefused() {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "Weak tags"));
        String weak = "W/" + author.api().get(path).header("ETag");

        assertRefused(author.api().with("If-Match", weak).put(path, CHANGE), ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void aDeletionWithAnEarlierTagIsRefused() {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "Not deleted"));
        String tag = author.api().get(path).header("ETag");
        author.api().put(path, CHANGE);

        assertRefused(author.api().with("If-Match", tag).delete(path), ErrorCode.PRECONDITION_FAILED);
        assertThat(author.api().get(path).status()).isEqualTo(200);
    }

    @Test
    void ofFiftyEditorsWithTheSameTagOneWins() throws Exception {
        Member author = Member.register();
        String path = Sample.path(Sample.publish(author, "Fifty editors"));
        Api editor = author.api().with("If-Match", author.api().get(path).header("ETag"));
        List<Callable<Answer>> edits = IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(
                        number -> () -> editor.put(path, Answer.json("{\"title\":\"Editor " + number + "\"}")))
                .toList();

        List<Answer> answers = Together.run(edits);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(49);
        Answer winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(Sample.data(author.api(), path)).isEqualTo(winner.body().getJsonObject("data"));
    }
}
