package com.aichatchronicles.moderation;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Moderation;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Talk;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What moderators take from the public is in no answer any more, whatever a cache, a reader or a notification has kept.
 */
@ExtendWith(ArquillianExtension.class)
class KeptAnswersIT {
    private static final String NOTIFICATIONS = "/api/v1/notifications";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member owner = Member.register();
    private final Member author = Member.register();

    @Test
    void anUnpublishedConversationIsGoneFromEveryServer() throws Exception {
        String conversation = Talk.publish(owner);
        String path = Talk.CONVERSATIONS + conversation;
        List<Api> returning = returning(path);

        Moderation.take("conversation", conversation, "unpublish");

        for (Api reader : returning) {
            assertRefused(reader.get(path), ErrorCode.CONVERSATION_NOT_FOUND);
        }
    }

    @Test
    void aHiddenTextIsGoneFromEveryServer() throws Exception {
        String conversation = Talk.publish(owner);
        JsonObject comment = Talk.comment(author, conversation);
        String text = comment.getString("content");
        List<Api> returning = returning(Talk.comments(conversation));

        Moderation.take("comment", comment.getString("id"), "hide");

        for (Api reader : returning) {
            Answer list = reader.get(Talk.comments(conversation));
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.text()).doesNotContain(text);
        }
    }

    @Test
    void aHiddenTextIsInNoNotificationButItsAuthors() {
        String conversation = Talk.publish(owner);
        JsonObject comment = Talk.comment(author, conversation);
        assertThat(Talk.list(owner.api().get(NOTIFICATIONS)).get(0).get("excerpt"))
                .isEqualTo(comment.get("content"));

        Moderation.take("comment", comment.getString("id"), "hide");

        assertThat(Talk.list(owner.api().get(NOTIFICATIONS)).get(0).get("excerpt"))
                .isEqualTo(JsonValue.NULL);
        assertThat(Talk.list(author.api().get(NOTIFICATIONS)).get(0).get("excerpt"))
                .isEqualTo(comment.get("content"));
    }

    /** @return a reader of each of two servers who has the answer already */
    private static List<Api> returning(String path) throws Exception {
        List<Api> readers = new ArrayList<>();
        for (Api server : List.of(Api.anonymous(), SecondServer.shared().api())) {
            Api reader = server.with("If-None-Match", server.get(path).header("ETag"));
            assertThat(reader.get(path).status()).isEqualTo(304);
            readers.add(reader);
        }
        return readers;
    }
}
