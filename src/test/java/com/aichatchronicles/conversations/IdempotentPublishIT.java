package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request after the other under an Idempotency-Key. */
@ExtendWith(ArquillianExtension.class)
class IdempotentPublishIT {
    private final String key = UUID.randomUUID().toString();
    private final String title = "Once " + Sample.word();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theSameRequestAgainHasOneEffectAndGetsTheSameAnswer() {
        Api author = keyed(Member.register());

        Answer first = author.post(Sample.PATH, body().build());
        Answer again = author.post(Sample.PATH, body().build());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertReplayed(first, again);
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        assertThat(published()).isEqualTo(1);
    }

    @Test
    void theAnswerIsThatOfARequestWithoutAKey() {
        Member author = Member.register();

        Answer keyed = keyed(author).post(Sample.PATH, body().build());
        Answer plain = author.api()
                .post(
                        Sample.PATH,
                        body().add("content", "Most thoughts about " + title).build());

        assertThat(keyed.text()).hasSameSizeAs(plain.text());
        assertThat(keyed.body().keySet()).isEqualTo(plain.body().keySet());
        assertThat(keyed.headers().map().keySet())
                .isEqualTo(plain.headers().map().keySet());
        JsonObject made = keyed.body().getJsonObject("data");
        Answer read = Api.anonymous().get(Sample.path(made));
        assertThat(keyed.header("ETag")).isEqualTo(read.header("ETag"));
        assertThat(read.body().getJsonObject("data")).isEqualTo(made);
    }

    @Test
    void withoutAKeyEachRequestMakesAConversation() {
        Member author = Member.register();

        Sample.publish(author, body());
        Sample.publish(author, body().add("content", "More thoughts about " + title));

        assertThat(published()).isEqualTo(2);
    }

    @Test
    void theQuotedFormIsTheSameKey() {
        Member author = Member.register();

        Answer first = keyed(author).post(Sample.PATH, body().build());
        Answer again = author.api().with("Idempotency-Key", '"' + key + '"').post(Sample.PATH, body().build());

        assertReplayed(first, again);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        Api author = keyed(Member.register());
        author.post(Sample.PATH, body().build());

        Answer other = author.post(Sample.PATH, body().add("read_time", 3).build());
        Answer spaced = author.send("POST", Sample.PATH, body().build() + " ");

        assertRefused(other, ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertRefused(spaced, ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(published()).isEqualTo(1);
    }

    @Test
    void theKeyOfSomebodyElseIsAnotherKey() {
        Answer mine = keyed(Member.register()).post(Sample.PATH, body().build());
        Answer yours = keyed(Member.register()).post(Sample.PATH, body().build());

        assertThat(yours.status()).isEqualTo(201);
        assertThat(yours.header("Idempotency-Replayed")).isNull();
        assertThat(yours.header("Location")).isNotEqualTo(mine.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\"open", "\"\""})
    void aMalformedKeyIsRefused(String malformed) {
        Answer answer =
                Member.register().api().with("Idempotency-Key", malformed).post(Sample.PATH, body().build());

        assertRefused(answer, ErrorCode.IDEMPOTENCY_KEY_INVALID);
        assertThat(published()).isZero();
    }

    @Test
    void aKeyOf255CharactersIsTheLongest() {
        Member author = Member.register();

        assertThat(publishWith(author, "x".repeat(255)).status()).isEqualTo(201);
        assertRefused(publishWith(author, "x".repeat(256)), ErrorCode.IDEMPOTENCY_KEY_INVALID);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        Api author = keyed(Member.register());

        Answer refused = author.post(Sample.PATH, body().add("read_time", 61).build());
        Answer corrected = author.post(Sample.PATH, body().build());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(corrected.status()).isEqualTo(201);
    }

    @Test
    void aRequestThatFailsAfterItsFirstWriteLeavesItsKeyFree() {
        Api admin = keyed(Member.admin());
        String nobody = UUID.randomUUID().toString();

        Answer refused = admin.post(Sample.PATH, body().add("author_id", nobody).build());
        Answer corrected = admin.post(Sample.PATH, body().build());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(corrected.status()).isEqualTo(201);
        assertThat(corrected.header("Idempotency-Replayed")).isNull();
        assertThat(published()).isEqualTo(1);
    }

    @Test
    void nobodyGetsAnAnswerAgainWithoutSigningIn() {
        keyed(Member.register()).post(Sample.PATH, body().build());

        Answer answer = Api.anonymous().with("Idempotency-Key", key).post(Sample.PATH, body().build());

        assertRefused(answer, ErrorCode.MISSING_TOKEN);
    }

    @Test
    void theFirstAnswerOutlivesItsConversation() {
        Api author = keyed(Member.register());
        Answer first = author.post(Sample.PATH, body().build());
        String path = Sample.path(first.body().getJsonObject("data"));
        author.put(path, Json.createObjectBuilder().add("title", "Not once").build());

        assertReplayed(first, author.post(Sample.PATH, body().build()));
        author.delete(path);
        assertReplayed(first, author.post(Sample.PATH, body().build()));
        assertThat(published()).isZero();
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        Api author = keyed(Member.register());
        author.post(Sample.PATH, body().build());

        age("23 hours 59 minutes");
        assertThat(author.post(Sample.PATH, body().build()).header("Idempotency-Replayed"))
                .isEqualTo("true");
        age("24 hours");
        JsonObject another =
                body().add("content", "More thoughts about " + title).build();
        Answer other = author.post(Sample.PATH, another);
        Answer again = author.post(Sample.PATH, another);

        assertThat(other.status()).isEqualTo(201);
        assertReplayed(other, again);
        assertThat(published()).isEqualTo(2);
    }

    @Test
    void theKeysOfAnAccountGoWithIt() {
        Member author = Member.register();
        keyed(author).post(Sample.PATH, body().build());

        Sql.update("DELETE FROM auth.users WHERE id = ?", author.id());

        assertThat(Sql.text("SELECT count(*) FROM chronicles.idempotency_keys WHERE key = ?", key))
                .isEqualTo("0");
    }

    private static void assertReplayed(Answer first, Answer again) {
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        for (String header : new String[] {"Location", "ETag", "Content-Type", "Cache-Control"}) {
            assertThat(again.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
    }

    private Answer publishWith(Member author, String otherKey) {
        return author.api().with("Idempotency-Key", otherKey).post(Sample.PATH, body().build());
    }

    private void age(String age) {
        Sql.update(
                "UPDATE chronicles.idempotency_keys SET created_at = now() - CAST(? AS interval) WHERE key = ?",
                age,
                key);
    }

    private Api keyed(Member person) {
        return person.api().with("Idempotency-Key", key);
    }

    private JsonObjectBuilder body() {
        return Sample.body(title);
    }

    private int published() {
        return Integer.parseInt(Sql.text("SELECT count(*) FROM public.conversations WHERE title = ?", title));
    }
}
