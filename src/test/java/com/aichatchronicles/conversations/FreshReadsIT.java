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
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the first read after a write is new, whoever kept the old answer. */
@ExtendWith(ArquillianExtension.class)
class FreshReadsIT {
    private final String word = Sample.word();
    private final String category = Sample.word();
    private final Member author = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theNextReadOfTheConversationIsNewAfterAnEdit() {
        JsonObject made = published("Before the edit");
        Answer before = read(made);

        edit(made, "title", "After the edit");

        Answer after = read(made);
        assertThat(after.body().getJsonObject("data").getString("title")).isEqualTo("After the edit");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=5",
                "/category/{category}",
                "?category={category}",
                "?tags={word}",
                "?ai_model={word}",
                "?search={word}",
                "/search?q={word}",
                "/search?q={word}&sort=created_at",
                "/user/{author}",
                "/featured?limit=100"
            })
    void theNextReadOfAListIsNewAfterEveryWrite(String list) {
        String path = Sample.PATH
                + list.replace("{category}", category)
                        .replace("{word}", word)
                        .replace("{author}", author.id().toString());
        assertThat(Sample.titles(Api.anonymous().get(path))).doesNotContain("Fresh " + word, "Edited " + word);

        JsonObject made = published("Fresh " + word);
        assertThat(Sample.titles(Api.anonymous().get(path))).contains("Fresh " + word);

        edit(made, "title", "Edited " + word);
        assertThat(Sample.titles(Api.anonymous().get(path))).contains("Edited " + word);

        Member.admin().api().delete(Sample.path(made));
        assertThat(Sample.titles(Api.anonymous().get(path))).doesNotContain("Fresh " + word, "Edited " + word);
    }

    @Test
    void aConversationThatMovesLeavesItsOldCategory() {
        JsonObject made = published("Moves on");
        String old = Sample.PATH + "/category/" + category;
        Api.anonymous().get(old);
        String other = Sample.word();
        String path = Sample.PATH + "/category/" + other;
        Api.anonymous().get(path);

        edit(made, "category", other);

        assertThat(Sample.titles(Api.anonymous().get(old))).isEmpty();
        assertThat(Sample.titles(Api.anonymous().get(path))).containsExactly("Moves on");
    }

    @Test
    void theNextReadOfTheFiguresIsNew() {
        int before = figures().getInt("publishedConversations");
        published("Counts");

        assertThat(figures().getInt("publishedConversations")).isEqualTo(before + 1);
        assertThat(Api.anonymous().get(Sample.PATH + "/categories").text()).contains(category);
    }

    @Test
    void whatIsUnpublishedIsGoneForEverybodyElse() {
        JsonObject made = published("Now you see me");
        assertThat(read(made).status()).isEqualTo(200);

        author.api()
                .put(
                        Sample.path(made),
                        Json.createObjectBuilder().add("published", false).build());

        assertRefused(read(made), ErrorCode.CONVERSATION_NOT_FOUND);
        assertRefused(Member.register().api().get(Sample.path(made)), ErrorCode.CONVERSATION_NOT_FOUND);
        Answer own = author.api().get(Sample.path(made));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("Cache-Control")).startsWith("private");
        assertRefused(read(made), ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void whatWasNotFoundIsFoundOnceItIsPublished() {
        JsonObject draft = Sample.draft(author, "Not yet");
        assertRefused(read(draft), ErrorCode.CONVERSATION_NOT_FOUND);
        assertRefused(read(draft), ErrorCode.CONVERSATION_NOT_FOUND);

        author.api()
                .put(
                        Sample.path(draft),
                        Json.createObjectBuilder().add("published", true).build());

        assertThat(read(draft).status()).isEqualTo(200);
    }

    @Test
    void aNewNameShowsOnEverythingThatItsOwnerWrote() {
        JsonObject made = published("By somebody");
        String list = Sample.PATH + "/category/" + category;
        read(made);
        Api.anonymous().get(list);

        author.api()
                .put(
                        "/api/v1/auth/profile",
                        Json.createObjectBuilder()
                                .add("full_name", "New Name " + word)
                                .build());

        assertThat(read(made).text()).contains("New Name " + word);
        assertThat(Api.anonymous().get(list).text()).contains("New Name " + word);
    }

    @Test
    void whatAnotherProgramWritesToTheDatabaseIsSeen() {
        JsonObject made = published("Old title");
        read(made);

        Sql.update(
                "UPDATE public.conversations SET title = 'Changed by hand' WHERE id = ?",
                UUID.fromString(made.getString("id")));

        assertThat(read(made).text()).contains("Changed by hand");
    }

    private JsonObject published(String title) {
        return Sample.publish(
                Member.admin(),
                Sample.body(title)
                        .add("content", "About " + word)
                        .add("category", category)
                        .add("ai_model", word)
                        .add("featured", true)
                        .add("author_id", author.id().toString())
                        .add("tags", Json.createArrayBuilder().add(word)));
    }

    private void edit(JsonObject made, String member, String value) {
        Answer answer = author.api()
                .put(
                        Sample.path(made),
                        Json.createObjectBuilder().add(member, value).build());
        assertThat(answer.status()).isEqualTo(200);
    }

    private static JsonObject figures() {
        return Sample.data(Api.anonymous(), Sample.PATH + "/stats");
    }

    private static Answer read(JsonObject conversation) {
        return Api.anonymous().get(Sample.path(conversation));
    }
}
