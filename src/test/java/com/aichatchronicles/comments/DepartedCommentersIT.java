package com.aichatchronicles.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left of the comments of somebody whose account is deleted. */
@ExtendWith(ArquillianExtension.class)
class DepartedCommentersIT {
    private static final int LEVELS = 10_000;
    private static final String NEST = """
            INSERT INTO public.comments (id, conversation_id, author_id, content, parent_id)
            SELECT md5(? || n)::uuid, ?::uuid, CASE WHEN n % 2 = 1 THEN ? ELSE ? END, 'Level ' || n,
                   CASE WHEN n > 1 THEN md5(? || n - 1)::uuid END
              FROM generate_series(1, ?) n""";

    private final Member leaver = Member.register();
    private final Member other = Member.register();
    private final String conversation = Talk.publish(other);

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void whatOthersRepliedStays() {
        JsonObject parent = Talk.comment(leaver, conversation);
        JsonObject reply = Talk.reply(other, parent);
        JsonObject below = Talk.reply(leaver, reply);

        leave(leaver);

        JsonObject place =
                Talk.list(Api.anonymous().get(Talk.comments(conversation))).get(0);
        assertThat(place.getBoolean("deleted")).isTrue();
        for (String member : new String[] {"content", "author_id", "profiles"}) {
            assertThat(place.get(member)).as(member).isEqualTo(JsonValue.NULL);
        }
        JsonObject shown = place.getJsonArray("replies").getJsonObject(0);
        assertThat(shown.getString("content")).isEqualTo(reply.getString("content"));
        assertThat(shown.getInt("replies_count")).isZero();
        assertThat(count("comments_count")).isEqualTo(1);
        assertThat(Api.anonymous().get(Talk.path(below)).status()).isEqualTo(404);
        assertThat(rows("content = '' AND author_id IS NULL")).isEqualTo(1);

        other.api().delete(Talk.path(reply));
        assertThat(rows("TRUE")).isZero();
    }

    @Test
    void aThreadOfTheirOwnIsGone() {
        JsonObject below = Talk.comment(leaver, conversation);
        for (int i = 0; i < 4; i++) {
            below = Talk.reply(leaver, below);
        }
        leave(leaver);

        assertThat(rows("TRUE")).isZero();
        assertThat(total()).isZero();
    }

    @Test
    void emptyPlacesOfOthersGoWithTheLastReply() {
        JsonObject top = Talk.comment(other, conversation);
        JsonObject middle = Talk.reply(leaver, top);
        Talk.reply(leaver, middle);
        other.api().delete(Talk.path(top));
        leaver.api().delete(Talk.path(middle));

        leave(leaver);

        assertThat(rows("TRUE")).isZero();
        assertThat(total()).isZero();
    }

    @Test
    void aThreadOfThousandsOfLevelsLetsItsAuthorLeaveAndItsConversationGo() {
        nest();

        leave(leaver);
        assertThat(count("comments_count")).isEqualTo(LEVELS / 2);
        assertThat(rows("author_id IS NULL")).isEqualTo(LEVELS / 2);

        assertThat(other.api().delete(Talk.CONVERSATIONS + conversation).status())
                .isEqualTo(200);
        assertThat(rows("TRUE")).isZero();
    }

    @Test
    void noReplyIsLostThatComesWhileTheyLeave() throws Exception {
        JsonObject parent = Talk.comment(leaver, conversation);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tasks.add(() -> other.api()
                    .post(Talk.comments(conversation), Talk.body(Talk.text(), parent.getString("id")))
                    .status());
        }
        tasks.add(tasks.size() / 2, () -> {
            leave(leaver);
            return 200;
        });

        List<Integer> statuses = Together.run(tasks);

        assertThat(statuses).isSubsetOf(200, 201, 400);
        long written = statuses.stream().filter(status -> status == 201).count();
        assertThat(rows("deleted_at IS NULL")).isEqualTo(written);
        assertThat(count("comments_count")).isEqualTo((int) written);
        assertThat(rows("author_id IS NULL")).isEqualTo(written == 0 ? 0 : 1);
    }

    /** Each comment answers the one before; the first is of the one who leaves, the next not, and so on. */
    private void nest() {
        Sql.update(NEST, conversation, conversation, leaver.id(), other.id(), conversation, LEVELS);
    }

    private static void leave(Member member) {
        JsonObject wish =
                Json.createObjectBuilder().add("password", Member.PASSWORD).build();
        Answer answer = member.api().send("DELETE", "/api/v1/auth/account", wish.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private int count(String member) {
        return Talk.data(Api.anonymous().get(Talk.CONVERSATIONS + conversation)).getInt(member);
    }

    private int total() {
        Answer page = Api.anonymous().get(Talk.comments(conversation));
        assertThat(Talk.list(page)).isEmpty();
        return page.body().getJsonObject("pagination").getInt("total");
    }

    private long rows(String condition) {
        return Long.parseLong(Sql.text(
                "SELECT count(*) FROM public.comments WHERE conversation_id = ? AND " + condition,
                UUID.fromString(conversation)));
    }
}
