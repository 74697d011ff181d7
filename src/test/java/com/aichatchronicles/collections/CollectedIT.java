package com.aichatchronicles.collections;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CollectedIT {
    private final Member owner = Member.register();
    private final UUID first = Community.publish(owner);
    private final UUID second = Community.publish(owner);
    private final UUID third = Community.publish(owner);

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static List<String> content(Api api, String path) {
        return Community.texts(api.get(path + "/conversations"), "id");
    }

    private static String[] texts(UUID... ids) {
        return List.of(ids).stream().map(UUID::toString).toArray(String[]::new);
    }

    @Test
    void whatIsAddedStandsInTheOrderOfItsComing() {
        String path = Shelves.make(owner, true, second, third, first);

        assertThat(content(Api.anonymous(), path)).containsExactly(texts(second, third, first));
        assertThat(Community.walk(Api.anonymous(), path + "/conversations", "id"))
                .containsExactly(texts(second, third, first));
        assertThat(Community.data(Api.anonymous().get(path)).getInt("conversations_count"))
                .isEqualTo(3);
        assertThat(Community.data(Shelves.add(owner, path, second)).getInt("conversations_count"))
                .isEqualTo(3);
        assertThat(content(owner.api(), path)).containsExactly(texts(second, third, first));
        assertThat(Community.total(Api.anonymous().get(path + "/conversations?limit=1&page=2")))
                .isEqualTo(3);
    }

    @Test
    void whatIsTakenOutIsGoneAndTheOthersKeepTheirOrder() {
        String path = Shelves.make(owner, true, first, second, third);

        for (int i = 0; i < 2; i++) {
            Answer removed = owner.api().delete(path + "/conversations/" + second);
            assertThat(Community.data(removed).getInt("conversations_count")).isEqualTo(2);
        }

        assertThat(content(Api.anonymous(), path)).containsExactly(texts(first, third));
        Shelves.add(owner, path, second);
        assertThat(content(Api.anonymous(), path)).containsExactly(texts(first, third, second));
    }

    @Test
    void itIsArrangedAnew() {
        String path = Shelves.make(owner, true, first, second, third);

        Answer arranged = Shelves.arrange(owner, path, third, first, second);

        assertThat(Community.data(arranged).getInt("version")).isEqualTo(2);
        assertThat(content(Api.anonymous(), path)).containsExactly(texts(third, first, second));
        Shelves.arrange(owner, path, second);
        assertThat(content(Api.anonymous(), path)).containsExactly(texts(second, third, first));
        Shelves.arrange(owner, path);
        assertThat(content(Api.anonymous(), path)).containsExactly(texts(second, third, first));
    }

    @Test
    void anOrderThatNamesWhatIsNotInItIsRefused() {
        String path = Shelves.make(owner, true, first, second);
        String said = "must be a conversation in the collection, each once";

        assertRefused(
                Shelves.arrange(owner, path, first, third, first, "x"),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("conversations.1", said, "any.only"),
                FieldError.of("conversations.2", said, "any.only"),
                FieldError.of("conversations.3", said, "any.only"));
        for (String body : List.of("{}", "{\"conversations\":\"x\"}", "{\"conversations\":[1]}", "[]")) {
            assertThat(owner.api().send("PUT", path + "/conversations", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(content(owner.api(), path)).containsExactly(texts(first, second));
    }

    @Test
    void draftsOfOthersAreNeitherAddedNorShownNorCounted() {
        Member author = Member.register();
        UUID theirs = Community.publish(author);
        UUID own = Community.draft(owner);
        String path = Shelves.make(owner, true, first, theirs, own, second);
        assertRefused(Shelves.add(owner, path, Community.draft(author)), ErrorCode.CONVERSATION_NOT_FOUND);
        assertRefused(Shelves.add(owner, path, UUID.randomUUID()), ErrorCode.CONVERSATION_NOT_FOUND);

        Community.takeBack(author, theirs);

        assertThat(content(owner.api(), path)).containsExactly(texts(first, own, second));
        assertThat(content(author.api(), path)).containsExactly(texts(first, theirs, second));
        assertThat(content(Api.anonymous(), path)).containsExactly(texts(first, second));
        String ofOwner = "/api/v1/profiles/" + owner.id() + "/collections";
        for (Api api : List.of(Api.anonymous(), Member.register().api())) {
            assertThat(Community.total(api.get(path + "/conversations"))).isEqualTo(2);
            assertThat(Community.data(api.get(path)).getInt("conversations_count"))
                    .isEqualTo(2);
            assertThat(api.get(ofOwner).text()).contains("\"conversations_count\":2");
        }
        assertThat(Shelves.arrange(owner, path, theirs).status()).isEqualTo(400);
        assertThat(Shelves.arrange(owner, path, second, own).status()).isEqualTo(200);
        assertThat(content(Api.anonymous(), path)).containsExactly(texts(second, first));
        author.api().put(Community.path(theirs), Answer.json("{\"published\":true}"));
        assertThat(content(Api.anonymous(), path)).containsExactly(texts(second, first, theirs));
    }

    @Test
    void manyAtOnceAreAllAddedEachOnce() throws Exception {
        String path = Shelves.make(owner, true);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (UUID id : List.of(first, second, third)) {
                calls.add(() -> Shelves.add(owner, path, id).status());
            }
        }

        assertThat(Together.run(calls)).containsOnly(200);

        assertThat(content(Api.anonymous(), path)).containsExactlyInAnyOrder(texts(first, second, third));
        assertThat(Sql.text(
                        "SELECT count(DISTINCT place) FROM chronicles.collected WHERE collection_id = ?::uuid",
                        path.substring(Shelves.PATH.length() + 1)))
                .isEqualTo("3");
    }

    @Test
    void fiveHundredFitIntoOneAndNoMore() {
        String path = Shelves.make(owner, true);
        String id = path.substring(Shelves.PATH.length() + 1);
        Sql.update(
                "WITH made AS (INSERT INTO public.conversations (title, content, author_id, published)"
                        + " SELECT 'Number ' || i, 'One of many', ?, true FROM generate_series(1, 499) i RETURNING id)"
                        + " INSERT INTO chronicles.collected (collection_id, conversation_id, place)"
                        + " SELECT ?::uuid, id, row_number() OVER () FROM made",
                owner.id(),
                id);

        assertThat(Shelves.add(owner, path, first).status()).isEqualTo(200);
        assertRefused(Shelves.add(owner, path, second), ErrorCode.COLLECTION_FULL);
        assertThat(Shelves.add(owner, path, first).status()).isEqualTo(200);
        assertThat(Community.data(Api.anonymous().get(path)).getInt("conversations_count"))
                .isEqualTo(500);
    }
}
