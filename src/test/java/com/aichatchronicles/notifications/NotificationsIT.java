package com.aichatchronicles.notifications;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class NotificationsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String PATH = "/api/v1/notifications";

    @Test
    void aCommentIsToldToTheConversationsAuthor() {
        Member author = Member.register();
        Member reader = Member.register();
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(reader, conversation);

        JsonObject told = only(author);

        assertThat(told).isEqualTo(Answer.json("""
                        {"id":"%s","kind":"commented","times":1,
                         "actor":{"id":"%s","full_name":"%s","username":"%s","avatar_url":null},
                         "conversation_id":"%s","title":"To be talked about","comment_id":"%s","excerpt":"%s",
                         "measure":null,"reason":null,"read":false,"created_at":"%s","updated_at":"%s"}
                        """.formatted(
                        told.getString("id"),
                        reader.id(),
                        reader.name(),
                        reader.username(),
                        conversation,
                        comment.getString("id"),
                        comment.getString("content"),
                        told.getString("created_at"),
                        told.getString("created_at"))));
        assertThat(list(reader)).isEmpty();
    }

    @Test
    void aReplyIsToldToWhomItAnswers() {
        Member author = Member.register();
        Member reader = Member.register();
        Member third = Member.register();
        String conversation = Talk.publish(author);
        JsonObject comment = Talk.comment(reader, conversation);
        readAll(author);

        JsonObject reply = Talk.reply(third, comment);

        assertThat(only(reader).getString("kind")).isEqualTo("replied");
        assertThat(only(reader).getString("comment_id")).isEqualTo(reply.getString("id"));
        assertThat(unread(author)).isEqualTo(1);
        assertThat(list(author).get(0).getString("kind")).isEqualTo("commented");
    }

    @Test
    void whoeverWroteBothHearsOfTheReplyAlone() {
        Member author = Member.register();
        String conversation = Talk.publish(author);
        JsonObject own = Talk.comment(author, conversation);

        Talk.reply(Member.register(), own);

        assertThat(only(author).getString("kind")).isEqualTo("replied");
    }

    @Test
    void nobodyHearsOfWhatTheyDidThemselves() {
        Member author = Member.register();
        String conversation = Talk.publish(author);
        Talk.reply(author, Talk.comment(author, conversation));
        Member admin = Member.register("admin");
        String own = Talk.publish(admin);
        admin.api().patch(Talk.CONVERSATIONS + own + "/featured", Answer.json("{\"featured\":true}"));
        admin.api().patch(Talk.CONVERSATIONS + own + "/featured", Answer.json("{\"featured\":false}"));

        assertThat(list(author)).isEmpty();
        assertThat(list(admin)).isEmpty();
    }

    @Test
    void whatIsFeaturedIsToldOnce() {
        Member author = Member.register();
        String path = Talk.CONVERSATIONS + Talk.publish(author) + "/featured";
        Member.admin().api().patch(path, Answer.json("{\"featured\":true}"));
        Member.admin().api().patch(path, Answer.json("{\"featured\":true}"));

        JsonObject told = only(author);

        assertThat(told.getString("kind")).isEqualTo("featured");
        assertThat(told.getInt("times")).isEqualTo(1);
        assertThat(told.get("actor")).isEqualTo(JsonValue.NULL);
        Member.admin().api().patch(path, Answer.json("{\"featured\":false}"));
    }

    @Test
    void whatHappensAgainIsToldInTheSameNotificationUntilItIsRead() throws Exception {
        Member author = Member.register();
        String conversation = Talk.publish(author);
        List<Member> readers =
                IntStream.range(0, 4).mapToObj(i -> Member.register()).toList();
        AtomicInteger turn = new AtomicInteger();
        Together.run(40, () -> Talk.comment(readers.get(turn.getAndIncrement() % 4), conversation));

        JsonObject told = only(author);
        assertThat(told.getInt("times")).isEqualTo(40);
        assertThat(unread(author)).isEqualTo(1);

        author.api().send("PUT", PATH + "/" + told.getString("id") + "/read", "");
        Talk.comment(readers.get(0), conversation);
        assertThat(list(author)).extracting(one -> one.getInt("times")).containsExactly(1, 40);
        assertThat(list(author)).extracting(one -> one.getBoolean("read")).containsExactly(false, true);
    }

    @Test
    void readingIsForTheOwnerAndMayBeRepeated() {
        Member author = Member.register();
        Member stranger = Member.register();
        Talk.comment(stranger, Talk.publish(author));
        Talk.comment(stranger, Talk.publish(author));
        String path = PATH + "/" + list(author).get(0).getString("id") + "/read";

        assertRefused(stranger.api().send("PUT", path, ""), ErrorCode.NOTIFICATION_NOT_FOUND);
        assertThat(unread(author)).isEqualTo(2);
        assertThat(author.api().send("PUT", path, "").status()).isEqualTo(200);
        assertThat(author.api().send("PUT", path, "").status()).isEqualTo(200);
        assertThat(unread(author)).isEqualTo(1);
        assertThat(Talk.ids(author.api().get(PATH + "?unread=true"))).hasSize(1);
        readAll(author);
        assertThat(unread(author)).isZero();
        assertThat(Talk.ids(author.api().get(PATH + "?unread=true"))).isEmpty();
        assertThat(list(author)).hasSize(2);
    }

    @Test
    void theListIsPagedByCursor() {
        Member author = Member.register();
        Member reader = Member.register();
        for (int i = 0; i < 5; i++) {
            Talk.comment(reader, Talk.publish(author));
        }
        List<String> all = Talk.ids(author.api().get(PATH));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = author.api().get(PATH + "?limit=2" + cursor);
            seen.addAll(Talk.ids(page));
            cursor = Talk.next(page) == null ? null : "&cursor=" + Talk.next(page);
        }

        assertThat(seen).hasSize(5).isEqualTo(all);
    }

    @Test
    void aPageCostsTwoStatementsWhateverItHolds() {
        Member author = Member.register();
        Member reader = Member.register();
        List<String> empty = Statements.of(i -> author.api().get(PATH + "?limit=" + (20 + i)));
        for (int i = 0; i < 6; i++) {
            Talk.comment(reader, Talk.publish(author));
        }

        assertThat(empty).hasSize(2);
        assertThat(Statements.of(i -> author.api().get(PATH + "?limit=" + (30 + i))))
                .hasSize(2);
    }

    @Test
    void aTitleIsShownWhileItsReaderMaySeeIt() {
        Member author = Member.register();
        Member reader = Member.register();
        String conversation = Talk.publish(author);
        Talk.reply(author, Talk.comment(reader, conversation));
        assertThat(only(reader).getString("title")).isEqualTo("To be talked about");

        author.api().put(Talk.CONVERSATIONS + conversation, Answer.json("{\"published\":false}"));

        assertThat(only(reader).get("title")).isEqualTo(JsonValue.NULL);
        assertThat(only(reader).get("excerpt")).isEqualTo(JsonValue.NULL);
    }

    private static List<JsonObject> list(Member member) {
        return Talk.list(member.api().get(PATH));
    }

    private static JsonObject only(Member member) {
        List<JsonObject> all = list(member);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static int unread(Member member) {
        return Talk.data(member.api().get(PATH + "/unread-count")).getInt("unread");
    }

    private static void readAll(Member member) {
        assertThat(member.api().send("PUT", PATH + "/read", "").status()).isEqualTo(200);
    }
}
