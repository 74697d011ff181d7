package com.aichatchronicles.comments;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CommentsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Member author;
    private static Member reader;

    @BeforeAll
    static void register() {
        author = Member.register();
        reader = Member.register();
    }

    @Test
    void aCommentIsAnsweredWhole() {
        String conversation = Talk.publish(author);
        Answer answer = reader.api().post(Talk.comments(conversation), Talk.body("  First!\n", null));

        JsonObject made = Talk.data(answer);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(Talk.path(made));
        assertThat(answer.header("ETag"))
                .isEqualTo(reader.api().get(Talk.path(made)).header("ETag"));
        assertThat(made).isEqualTo(Answer.json("""
                        {"id":"%s","conversation_id":"%s","parent_id":null,"author_id":"%s","content":"First!",
                         "created_at":"%s","updated_at":"%s","edited":false,"hidden":false,"deleted":false,
                         "likes_count":0,"replies_count":0,
                         "profiles":{"id":"%s","full_name":"%s","username":"%s","avatar_url":null},
                         "replies":[],"replies_cursor":null}
                        """.formatted(
                        made.getString("id"),
                        conversation,
                        reader.id(),
                        made.getString("created_at"),
                        made.getString("created_at"),
                        reader.id(),
                        reader.name(),
                        reader.username())));
        assertThat(Talk.list(Api.anonymous().get(Talk.comments(conversation)))).containsExactly(made);
    }

    @Test
    void threadsAreShownNewestFirstWithTheirRepliesAsDeepAsAsked() {
        String conversation = Talk.publish(author);
        JsonObject first = Talk.comment(reader, conversation);
        JsonObject second = Talk.comment(reader, conversation);
        JsonObject below = first;
        for (int i = 0; i < 5; i++) {
            below = Talk.reply(author, below);
        }

        Answer usual = Api.anonymous().get(Talk.comments(conversation));
        Answer flat = Api.anonymous().get(Talk.comments(conversation) + "?depth=0&order=asc");

        assertThat(Talk.ids(usual)).containsExactly(second.getString("id"), first.getString("id"));
        assertThat(depth(Talk.list(usual).get(1))).isEqualTo(2);
        assertThat(depth(Talk.list(Api.anonymous().get(Talk.comments(conversation) + "?depth=3"))
                        .get(1)))
                .isEqualTo(3);
        assertThat(Talk.ids(flat)).containsExactly(first.getString("id"), second.getString("id"));
        assertThat(Talk.list(flat).get(0).getJsonArray("replies")).isEmpty();
        assertThat(Talk.list(flat).get(0).getInt("replies_count")).isEqualTo(1);
        assertThat(usual.body().getJsonObject("pagination").getInt("total")).isEqualTo(2);
        assertThat(count(conversation)).isEqualTo(7);
    }

    @Test
    void siblingsArePagedByCursorWithoutGapOrRepetition() {
        String conversation = Talk.publish(author);
        JsonObject parent = Talk.comment(reader, conversation);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            made.add(0, Talk.reply(reader, parent).getString("id"));
        }

        JsonObject shown =
                Talk.list(Api.anonymous().get(Talk.comments(conversation))).get(0);
        List<String> seen = new ArrayList<>(shown.getJsonArray("replies").getValuesAs(JsonObject.class).stream()
                .map(reply -> reply.getString("id"))
                .toList());
        String cursor = shown.getString("replies_cursor");
        Talk.reply(reader, parent); // comes first, so it must not appear behind the cursor
        while (cursor != null) {
            Answer page = Api.anonymous().get(Talk.path(parent) + "/replies?limit=2&cursor=" + cursor);
            seen.addAll(Talk.ids(page));
            cursor = Talk.next(page);
        }

        assertThat(seen).isEqualTo(made);
    }

    @Test
    void theBestComeFirstWhereLikesSort() {
        String conversation = Talk.publish(author);
        List<String> ids = IntStream.range(0, 4)
                .mapToObj(i -> Talk.comment(reader, conversation).getString("id"))
                .toList();
        like(ids.get(2), author, reader);
        like(ids.get(1), author);

        Answer first = Api.anonymous().get(Talk.comments(conversation) + "?sort=likes_count&limit=3");
        Answer rest = Api.anonymous()
                .get(Talk.comments(conversation) + "?sort=likes_count&limit=3&cursor=" + Talk.next(first));

        assertThat(Talk.ids(first)).containsExactly(ids.get(2), ids.get(1), ids.get(3));
        assertThat(Talk.ids(rest)).containsExactly(ids.get(0));
        assertThat(Talk.list(first).get(0).getInt("likes_count")).isEqualTo(2);
    }

    @Test
    void anEditIsMarkedAndNotLost() {
        String conversation = Talk.publish(author);
        JsonObject made = Talk.comment(reader, conversation);
        Api editor =
                reader.api().with("If-Match", reader.api().get(Talk.path(made)).header("ETag"));

        Answer edited = editor.put(Talk.path(made), Talk.body("Better said", null));

        assertThat(edited.status()).isEqualTo(200);
        assertThat(Talk.data(edited).getString("content")).isEqualTo("Better said");
        assertThat(Talk.data(edited).getBoolean("edited")).isTrue();
        assertThat(edited.header("ETag"))
                .isEqualTo(Api.anonymous().get(Talk.path(made)).header("ETag"));
        assertRefused(editor.put(Talk.path(made), Talk.body("Too late", null)), ErrorCode.PRECONDITION_FAILED);
        assertRefused(editor.delete(Talk.path(made)), ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void theNextReaderOfAListSeesHowManyCommentsThereAre() {
        String conversation = Talk.publish(author);
        String list = Talk.CONVERSATIONS + "user/" + author.id() + "?limit=100";
        assertThat(countIn(list, conversation)).isZero();

        JsonObject made = Talk.comment(reader, conversation);
        assertThat(countIn(list, conversation)).isEqualTo(1);
        assertThat(count(conversation)).isEqualTo(1);

        reader.api().delete(Talk.path(made));
        assertThat(countIn(list, conversation)).isZero();
        assertThat(count(conversation)).isZero();
    }

    @Test
    void aKeyMakesOneComment() {
        String conversation = Talk.publish(author);
        Api keyed = reader.api().with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject body = Talk.body(Talk.text(), null);

        Answer first = keyed.post(Talk.comments(conversation), body);
        Answer again = keyed.post(Talk.comments(conversation), body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count(conversation)).isEqualTo(1);
    }

    private static int depth(JsonObject comment) {
        return comment.getJsonArray("replies").getValuesAs(JsonObject.class).stream()
                .mapToInt(reply -> 1 + depth(reply))
                .max()
                .orElse(0);
    }

    private static int count(String conversation) {
        return Talk.data(Api.anonymous().get(Talk.CONVERSATIONS + conversation)).getInt("comments_count");
    }

    private static int countIn(String list, String conversation) {
        return Talk.list(Api.anonymous().get(list)).stream()
                .filter(shown -> shown.getString("id").equals(conversation))
                .mapToInt(shown -> shown.getInt("comments_count"))
                .findFirst()
                .orElseThrow();
    }

    private static void like(String comment, Member... members) {
        for (Member member : members) {
            Sql.update("INSERT INTO public.likes (user_id, comment_id) VALUES (?, ?::uuid)", member.id(), comment);
        }
    }
}
