package com.aichatchronicles.likes;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
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
class LikeRaceIT {
    private static final int THREADS = 10;
    private static final int CALLS = 100;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void ofAThousandEqualLikesOfAConversationAtOnceOneCounts() throws Exception {
        UUID conversation = Community.publish(Member.register());

        assertOneOfAThousandCounts(Community.path(conversation), "conversation_id", conversation);
    }

    @Test
    void ofAThousandEqualLikesOfACommentAtOnceOneCounts() throws Exception {
        Member author = Member.register();
        UUID comment = Community.comment(author, Community.publish(author));

        assertOneOfAThousandCounts("/api/v1/comments/" + comment, "comment_id", comment);
    }

    private static void assertOneOfAThousandCounts(String path, String column, UUID id) throws Exception {
        Member reader = Member.register();

        List<List<Answer>> answers = Together.run(THREADS, () -> repeated(reader.api(), path + "/like"));

        assertThat(answers.stream().flatMap(List::stream))
                .hasSize(THREADS * CALLS)
                .allMatch(answer -> answer.status() == 200)
                .allMatch(answer -> Community.data(answer).getInt("likes_count") == 1);
        assertThat(Sql.text("SELECT count(*) FROM public.likes WHERE " + column + " = ?", id))
                .isEqualTo("1");
        assertThat(Community.data(Api.anonymous().get(path)).getInt("likes_count"))
                .isEqualTo(1);
    }

    private static List<Answer> repeated(Api api, String path) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            answers.add(api.put(path, JsonObject.EMPTY_JSON_OBJECT));
        }
        return answers;
    }

    @Test
    void likesGivenAndTakenAtOnceAreAllCounted() throws Exception {
        UUID conversation = Community.publish(Member.register());
        UUID comment = Community.comment(Member.register(), conversation);
        List<Callable<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Member reader = Member.register();
            boolean likesInTheEnd = i % 2 == 0;
            readers.add(() -> changesTheirMind(reader.api(), conversation, comment, likesInTheEnd));
        }

        assertThat(Together.run(readers)).containsOnly(true);

        for (String path : List.of(Community.path(conversation), "/api/v1/comments/" + comment)) {
            assertThat(Community.total(Api.anonymous().get(path + "/likes"))).isEqualTo(3);
            assertThat(Community.texts(Api.anonymous().get(path + "/likes"), "id"))
                    .hasSize(3);
        }
    }

    private static boolean changesTheirMind(Api reader, UUID conversation, UUID comment, boolean likesInTheEnd) {
        boolean fine = true;
        for (int i = 0; i < 10; i++) {
            for (String path : List.of(Community.path(conversation), "/api/v1/comments/" + comment)) {
                Answer liked = reader.put(path + "/like", JsonObject.EMPTY_JSON_OBJECT);
                fine &= liked.status() == 200;
                boolean takenBack = i < 9 || !likesInTheEnd;
                fine &= !takenBack || reader.delete(path + "/like").status() == 200;
            }
        }
        return fine;
    }

    @Test
    void whatGoesWhileItIsLikedIsNotFound() throws Exception {
        Member author = Member.register();
        List<Member> readers = List.of(Member.register(), Member.register(), Member.register());
        for (int round = 0; round < 6; round++) {
            UUID conversation = Community.publish(author);
            String path = round % 2 == 0
                    ? Community.path(conversation)
                    : "/api/v1/comments/" + Community.comment(author, conversation);
            List<Callable<Answer>> calls = new ArrayList<>();
            calls.add(() -> author.api().delete(path));
            readers.forEach(reader -> calls.add(() -> reader.api().put(path + "/like", JsonObject.EMPTY_JSON_OBJECT)));

            assertThat(Together.run(calls))
                    .extracting(Answer::status)
                    .containsAnyOf(200)
                    .allMatch(status -> status == 200 || status == 404);
        }
    }
}
