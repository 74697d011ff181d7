package com.aichatchronicles.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class LikesAndFollowsToldIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void manyLikesAreOneRowAndEqualOnesOneLike() throws Exception {
        Member author = Member.register();
        String conversation = Talk.publish(author);
        List<Member> readers =
                IntStream.range(0, 8).mapToObj(i -> Member.register()).toList();
        List<Callable<Answer>> likes = Stream.of(readers, readers, readers)
                .flatMap(List::stream)
                .<Callable<Answer>>map(reader -> () -> like(reader, Talk.CONVERSATIONS + conversation))
                .toList();

        assertThat(Together.run(likes)).extracting(Answer::status).containsOnly(200);

        JsonObject told = only(author);
        assertThat(told.getString("kind")).isEqualTo("liked");
        assertThat(told.getInt("times")).isEqualTo(8);
        assertThat(told.getString("conversation_id")).isEqualTo(conversation);
        assertThat(readers)
                .extracting(reader -> reader.id().toString())
                .contains(told.getJsonObject("actor").getString("id"));
        assertThat(Sql.text("SELECT count(*) FROM chronicles.notifications WHERE user_id = ?", author.id()))
                .isEqualTo("1");
    }

    @Test
    void aLikedCommentIsToldToItsAuthorWithItsText() {
        Member author = Member.register();
        JsonObject comment = Talk.comment(author, Talk.publish(Member.register()));

        like(Member.register(), Talk.path(comment));
        like(author, Talk.path(comment));

        assertThat(only(author).getString("comment_id")).isEqualTo(comment.getString("id"));
        assertThat(only(author).getString("excerpt")).isEqualTo(comment.getString("content"));
        assertThat(only(author).getInt("times")).isEqualTo(1);
    }

    @Test
    void followersAreToldInOneRow() {
        Member author = Member.register();
        for (int i = 0; i < 3; i++) {
            Answer followed = Member.register().api().send("PUT", "/api/v1/profiles/" + author.id() + "/follow", "");
            assertThat(followed.status()).as(followed.text()).isEqualTo(200);
        }

        assertThat(only(author).getString("kind")).isEqualTo("followed");
        assertThat(only(author).getInt("times")).isEqualTo(3);
    }

    @Test
    void likesAndCommentsAtOnceDoNotDeadlock() throws Exception {
        Member author = Member.register();
        Member other = Member.register();
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(other, conversation);
        List<Member> readers =
                IntStream.range(0, 6).mapToObj(i -> Member.register()).toList();
        List<Callable<Answer>> tasks = readers.stream()
                .flatMap(reader -> Stream.<Callable<Answer>>of(
                        () -> like(reader, Talk.CONVERSATIONS + conversation),
                        () -> like(reader, Talk.path(comment)),
                        () -> reader.api()
                                .post(Talk.comments(conversation), Talk.body(Talk.text(), comment.getString("id"))),
                        () -> reader.api().post(Talk.comments(conversation), Talk.body(Talk.text(), null)),
                        () -> author.api().send("PUT", "/api/v1/notifications/read", "")))
                .toList();

        assertThat(Together.run(tasks)).extracting(Answer::status).isSubsetOf(200, 201);
    }

    private static Answer like(Member member, String path) {
        return member.api().send("PUT", path + "/like", "");
    }

    private static JsonObject only(Member member) {
        List<JsonObject> all = Talk.list(member.api().get("/api/v1/notifications"));
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
