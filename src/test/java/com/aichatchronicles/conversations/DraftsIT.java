package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DraftsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /** Everything that a stranger can ask which might tell of a draft with this word in all its members. */
    private static List<String> questions(String word, UUID author) {
        String list = Sample.PATH;
        return List.of(
                list + "?limit=100",
                list + "?limit=100&sort=updated_at",
                list + "?limit=100&sort=title&order=asc",
                list + "?limit=100&sort=likes_count",
                list + "?limit=100&sort=created_at&order=asc",
                list + "?category=" + word,
                list + "?search=" + word,
                list + "?tags=" + word,
                list + "?ai_model=" + word,
                list + "/search?q=" + word,
                list + "/search?q=" + word.substring(0, 10),
                list + "/search?q=" + word.replace(word.charAt(8), 'x'),
                list + "/featured?limit=100",
                list + "/categories",
                list + "/category/" + word,
                list + "/user/" + author,
                list + "/user/" + author + "?search=" + word,
                list + "/stats");
    }

    @Test
    void nothingThatAStrangerAsksTellsOfADraft() {
        Member author = Member.register();
        Member stranger = Member.register();
        String word = Sample.word();
        List<String> questions = questions(word, author.id());
        List<String> before = answers(stranger, questions);

        JsonObject draft = Sample.publish(author, full(word).add("published", false));
        assertThat(answers(stranger, questions)).isEqualTo(before);
        author.api().put(Sample.path(draft), Answer.json("{\"title\":\"Edited " + word + "\"}"));
        assertThat(answers(stranger, questions)).isEqualTo(before);
        author.api().delete(Sample.path(draft));
        assertThat(answers(stranger, questions)).isEqualTo(before);
    }

    @Test
    void whatWasTakenBackIsGoneForStrangers() {
        Member author = Member.register();
        Member stranger = Member.register();
        String word = Sample.word();
        JsonObject made = Sample.publish(author, full(word));

        author.api().put(Sample.path(made), Answer.json("{\"published\":false}"));

        assertThat(String.join("\n", answers(stranger, questions(word, author.id()))))
                .doesNotContain(made.getString("id"));
        assertRefused(stranger.api().get(Sample.path(made)), ErrorCode.CONVERSATION_NOT_FOUND);
    }

    private static JsonObjectBuilder full(String word) {
        return Sample.body("A title with " + word)
                .add("content", "A text with " + word)
                .add("excerpt", "A summary with " + word)
                .add("category", word)
                .add("tags", Json.createArrayBuilder().add(word))
                .add("ai_model", word);
    }

    /** The answers with their entity tags, asked with and without a token. */
    private static List<String> answers(Member stranger, List<String> questions) {
        List<String> answers = new ArrayList<>();
        for (String question : questions) {
            for (Api api : List.of(stranger.api(), Api.anonymous())) {
                Answer answer = api.get(question);
                assertThat(answer.status()).as(question).isEqualTo(200);
                answers.add(question + " " + answer.header("ETag") + " " + answer.text());
            }
        }
        return answers;
    }
}
