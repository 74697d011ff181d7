package com.aichatchronicles.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CommentRaceIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Member author;

    @BeforeAll
    static void register() {
        author = Member.register();
    }

    @Test
    void theSameCommentPostedTwentyTimesAtOnceIsThereOnce() throws Exception {
        String conversation = Talk.publish(author);
        JsonObject body = Talk.body(Talk.text(), null);

        List<Answer> answers = Together.run(20, () -> author.api().post(Talk.comments(conversation), body));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(19)
                .allMatch(answer -> answer.body().getString("code").equals("TEXT_ALREADY_EXISTS"));
        assertThat(Talk.ids(Api.anonymous().get(Talk.comments(conversation)))).hasSize(1);
    }

    @Test
    void repliesPostedAtOnceAreAllCounted() throws Exception {
        String conversation = Talk.publish(author);
        JsonObject parent = Talk.comment(author, conversation);
        List<Member> members =
                IntStream.range(0, 5).mapToObj(i -> Member.register()).toList();
        AtomicInteger turn = new AtomicInteger();

        Together.run(40, () -> Talk.reply(members.get(turn.getAndIncrement() % 5), parent));

        assertThat(Talk.data(Api.anonymous().get(Talk.path(parent))).getInt("replies_count"))
                .isEqualTo(40);
        assertThat(Talk.data(Api.anonymous().get(Talk.CONVERSATIONS + conversation))
                        .getInt("comments_count"))
                .isEqualTo(41);
    }

    @Test
    void aReplyAndTheDeletionOfItsParentLeaveNoReplyBehind() throws Exception {
        String conversation = Talk.publish(author);
        for (int round = 0; round < 10; round++) {
            JsonObject parent = Talk.comment(author, conversation);
            JsonObject body = Talk.body(Talk.text(), parent.getString("id"));
            List<Callable<Answer>> both = List.of(
                    () -> author.api().delete(Talk.path(parent)),
                    () -> author.api().post(Talk.comments(conversation), body));

            List<Answer> answers = Together.run(both);

            assertThat(answers.get(0).status()).isEqualTo(200);
            assertThat(answers.get(1).status()).isIn(201, 400);
            boolean replied = answers.get(1).status() == 201;
            Answer replies = Api.anonymous().get(Talk.path(parent) + "/replies");
            assertThat(replies.status()).isEqualTo(replied ? 200 : 404);
        }
        assertExact(conversation);
    }

    @Test
    void writersOfAllKindsAtOnceLeaveExactCounters() throws Exception {
        String conversation = Talk.publish(author);
        List<JsonObject> threads = IntStream.range(0, 10)
                .mapToObj(i -> Talk.comment(author, conversation))
                .toList();
        List<Member> members =
                IntStream.range(0, 4).mapToObj(i -> Member.register()).toList();
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Api api = members.get(i % 4).api();
            String parent = threads.get(i % 10).getString("id");
            tasks.add(() -> api.post(Talk.comments(conversation), Talk.body(Talk.text(), parent)));
        }
        for (JsonObject thread : threads.subList(0, 5)) {
            tasks.add(() -> author.api().delete(Talk.path(thread)));
        }

        List<Answer> answers = Together.run(tasks);

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 400);
        assertExact(conversation);
    }

    private static void assertExact(String conversation) {
        assertThat(Sql.text("""
                        SELECT (v.comments_count, v.threads_count)
                             = (count(c.id) FILTER (WHERE c.deleted_at IS NULL),
                                count(c.id) FILTER (WHERE c.parent_id IS NULL))
                           AND bool_and(c.replies_count = (
                                  SELECT count(*) FROM public.comments r WHERE r.parent_id = c.id))
                          FROM public.conversations v LEFT JOIN public.comments c ON c.conversation_id = v.id
                         WHERE v.id = ?::uuid GROUP BY v.id""", conversation)).isEqualTo("t");
    }
}
