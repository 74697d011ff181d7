package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class FindingsIT {
    private static final String TOKEN = "ghp_" + "0aA1bB2cC3dD4eE5fF6gG7hH8iI9jJ0kK1lL";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member author = Member.register();

    @Test
    void theAnswerTellsWhatWasFoundAndWhere() {
        Answer answer = author.api()
                .post(
                        Sample.PATH,
                        Sample.body("On tokens")
                                .add("content", "It is\n\n" + TOKEN + "\nreally.")
                                .build());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().getJsonArray("findings"))
                .isEqualTo(Answer.json("""
                        {"a":[{"field":"content","kind":"token","rule":"github-token","line":3,"offset":7,"length":40,
                               "sample":"ghp_****************"}]}
                        """).getJsonArray("a"));
        assertThat(answer.body().getJsonObject("data").getString("content")).contains(TOKEN);
    }

    @Test
    void aCleanTextAndADraftHaveNoFindings() {
        Answer clean =
                author.api().post(Sample.PATH, Sample.body("Nothing here").build());
        Answer draft = author.api()
                .post(
                        Sample.PATH,
                        Sample.body("A draft")
                                .add("content", TOKEN)
                                .add("published", false)
                                .build());

        assertThat(clean.body()).doesNotContainKey("findings");
        assertThat(draft.body()).doesNotContainKey("findings");
    }

    @Test
    void aDraftIsLookedAtWhenItBecomesPublic() {
        String path = Sample.path(Sample.publish(
                author, Sample.body("A draft").add("content", "Take " + TOKEN).add("published", false)));

        Answer stays = author.api().put(path, Answer.json("{\"content\":\"Or take " + TOKEN + "\"}"));
        Answer published = author.api().put(path, Answer.json("{\"published\":true}"));
        Answer timed = author.api().put(path, Answer.json("{\"read_time\":7}"));
        Answer confirmed = author.api().put(path, Answer.json("{\"title\":\"Once more\",\"confirm_findings\":true}"));

        assertThat(stays.body()).doesNotContainKey("findings");
        assertThat(published.body().getJsonArray("findings")).hasSize(1);
        assertThat(timed.body()).doesNotContainKey("findings");
        assertThat(confirmed.body().getJsonArray("findings")).hasSize(1);
    }

    @Test
    void aFloodIsTakenAndToldInPart() {
        Answer answer = author.api()
                .post(
                        Sample.PATH,
                        Sample.body("A flood")
                                .add("content", "x@acme.io +49 30 23125000 ".repeat(100_000))
                                .build());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().getJsonArray("findings")).hasSize(100);
    }

    @Test
    void whatConfirmsIsTrueOrFalse() {
        assertRefused(
                author.api()
                        .post(
                                Sample.PATH,
                                Sample.body("A word")
                                        .add("confirm_findings", "yes")
                                        .build()),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("confirm_findings", "must be a boolean", "boolean.base"));
    }
}
