package com.aichatchronicles.spam;

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
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SpamBrakesIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String CONVERSATIONS = "/api/v1/conversations";

    @Test
    void aNewAccountPostsTenTextsAnHour() {
        Member old = Member.register();
        String conversation = Talk.publish(old);
        Member fresh = Member.registerNew();
        Talk.publish(fresh);
        for (int i = 0; i < 9; i++) {
            Talk.comment(fresh, conversation);
        }

        Answer comment = fresh.api().post(Talk.comments(conversation), Talk.body(Talk.text(), null));
        Answer another = fresh.api().post(CONVERSATIONS, conversation(Talk.text()));

        for (Answer answer : List.of(comment, another)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(429);
            assertThat(answer.body().getString("code")).isEqualTo("POSTING_LIMIT_EXCEEDED");
            assertThat(answer.body().getInt("retryAfter")).isBetween(3500, 3601);
            assertThat(answer.header("Retry-After"))
                    .isEqualTo(String.valueOf(answer.body().getInt("retryAfter")));
        }
        Sql.update("UPDATE auth.users SET created_at = now() - interval '25 hours' WHERE id = ?", fresh.id());
        assertThat(fresh.api().post(CONVERSATIONS, conversation(Talk.text())).status())
                .isEqualTo(201);
    }

    @Test
    void ofManyPostsOfANewAccountAtOnceTenPass() throws Exception {
        String conversation = Talk.publish(Member.register());
        Member fresh = Member.registerNew();

        List<Answer> answers =
                Together.run(25, () -> fresh.api().post(Talk.comments(conversation), Talk.body(Talk.text(), null)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(15);
    }

    @Test
    void aNewAccountPostsFiveLinksInAText() {
        String conversation = Talk.publish(Member.register());
        Member fresh = Member.registerNew();
        String links = " https://example.org/" + UUID.randomUUID();
        FieldError refusal =
                FieldError.of("content", "must contain at most 5 links while the account is new", "string.links");

        Answer five = fresh.api().post(Talk.comments(conversation), Talk.body("Five" + links.repeat(5), null));
        Answer six = fresh.api().post(Talk.comments(conversation), Talk.body("Six" + links.repeat(6), null));
        Answer longer = fresh.api().post(CONVERSATIONS, conversation("Six" + links.repeat(6)));
        String path = Talk.path(Talk.data(five));

        assertThat(five.status()).isEqualTo(201);
        assertRefused(six, ErrorCode.VALIDATION_ERROR, refusal);
        assertRefused(longer, ErrorCode.VALIDATION_ERROR, refusal);
        assertRefused(
                fresh.api().put(path, Talk.body("Edited" + links.repeat(6), null)),
                ErrorCode.VALIDATION_ERROR,
                refusal);
        Answer old = Member.register().api().post(CONVERSATIONS, conversation("Old" + links.repeat(50)));
        assertThat(old.status()).isEqualTo(201);
    }

    @Test
    void theSameTextAgainIsRefusedWhateverItsBlanksAndCase() {
        Member author = Member.register();
        String text = "Buy " + UUID.randomUUID() + " today";
        String conversation = Talk.publish(author);
        JsonObject first = Talk.data(author.api().post(Talk.comments(conversation), Talk.body(text, null)));

        for (String again : List.of(text, text.toUpperCase(Locale.ROOT), "  " + text.replace(" ", "\n\t "))) {
            assertRefused(
                    author.api().post(Talk.comments(Talk.publish(author)), Talk.body(again, null)),
                    ErrorCode.TEXT_ALREADY_EXISTS);
        }
        assertThat(author.api().post(CONVERSATIONS, conversation(text)).status())
                .isEqualTo(201);
        assertThat(Member.register()
                        .api()
                        .post(Talk.comments(conversation), Talk.body(text, null))
                        .status())
                .as("somebody else")
                .isEqualTo(201);
        author.api().delete(Talk.path(first));
        assertThat(author.api()
                        .post(Talk.comments(conversation), Talk.body(text, null))
                        .status())
                .as("after the first was deleted")
                .isEqualTo(201);
    }

    @Test
    void aNewAccountDoesNotPublishTheSameAgain() {
        String text = "Buy " + UUID.randomUUID() + " today";
        Api fresh = Member.registerNew().api();
        Api old = Member.register().api();

        for (Api author : List.of(fresh, old, old)) {
            assertThat(author.post(CONVERSATIONS, conversation(text)).status()).isEqualTo(201);
        }
        assertRefused(fresh.post(CONVERSATIONS, conversation(text)), ErrorCode.TEXT_ALREADY_EXISTS);
    }

    @Test
    void theSameTextMayComeAgainAfterADay() {
        Member author = Member.register();
        String conversation = Talk.publish(author);
        JsonObject first = Talk.comment(author, conversation);
        Sql.update(
                "UPDATE public.comments SET created_at = now() - interval '25 hours' WHERE id = ?::uuid",
                first.getString("id"));

        Answer again = author.api().post(Talk.comments(conversation), Talk.body(first.getString("content"), null));

        assertThat(again.status()).isEqualTo(201);
    }

    @Test
    void moderatorsMayRepeatThemselves() {
        Member moderator = Member.register("moderator");
        String conversation = Talk.publish(Member.register());
        JsonObject body = Talk.body("Please stay friendly.", null);

        assertThat(moderator.api().post(Talk.comments(conversation), body).status())
                .isEqualTo(201);
        assertThat(moderator.api().post(Talk.comments(conversation), body).status())
                .isEqualTo(201);
    }

    @Test
    void theBrakesHoldOverTwoServers() throws Exception {
        String conversation = Talk.publish(Member.register());
        Member fresh = Member.registerNew();
        JsonObject same = Talk.body(Talk.text(), null);
        Api second = SecondServer.shared().api().as(fresh.token());
        AtomicInteger turn = new AtomicInteger();

        List<Answer> once = Together.run(10, () -> either(turn, fresh, second).post(Talk.comments(conversation), same));
        List<Answer> many = Together.run(
                20, () -> either(turn, fresh, second).post(Talk.comments(conversation), Talk.body(Talk.text(), null)));

        assertThat(once).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(once).filteredOn(answer -> answer.status() == 409).hasSize(9);
        assertThat(many).filteredOn(answer -> answer.status() == 201).hasSize(9);
        assertThat(many).filteredOn(answer -> answer.status() == 429).hasSize(11);
    }

    private static Api either(AtomicInteger turn, Member member, Api second) {
        return turn.getAndIncrement() % 2 == 0 ? member.api() : second;
    }

    private static JsonObject conversation(String content) {
        return Json.createObjectBuilder()
                .add("title", "Something to say")
                .add("content", content)
                .add("category", "Culture")
                .build();
    }
}
