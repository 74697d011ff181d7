package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class StatsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String STATS = Sample.PATH + "/stats";

    private static JsonObject stats() {
        return Sample.data(Api.anonymous(), STATS);
    }

    @Test
    void aPublishedConversationCountsWithItsLikesAndComments() throws SQLException {
        Member author = Member.register();
        JsonObject before = stats();

        JsonObject made = Sample.publish(author, "Counted in the figures");
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO public.likes (user_id, conversation_id) VALUES ('" + author.id() + "','"
                    + made.getString("id") + "')");
            statement.execute("INSERT INTO public.comments (author_id, conversation_id, content) VALUES ('"
                    + author.id() + "','" + made.getString("id") + "', 'Well said')");
        }

        JsonObject after = stats();
        assertThat(after)
                .isEqualTo(Json.createObjectBuilder()
                        .add("totalConversations", before.getInt("totalConversations") + 1)
                        .add("publishedConversations", before.getInt("publishedConversations") + 1)
                        .add("featuredConversations", before.getInt("featuredConversations"))
                        .add("totalLikes", before.getInt("totalLikes") + 1)
                        .add("totalComments", before.getInt("totalComments") + 1)
                        .add("lastUpdated", made.getString("updated_at"))
                        .build());
        author.api().delete(Sample.path(made));
        JsonObject gone = stats();
        assertThat(gone.getInt("totalConversations")).isEqualTo(before.getInt("totalConversations"));
        assertThat(gone.getInt("totalLikes")).isEqualTo(before.getInt("totalLikes"));
        assertThat(gone.getInt("totalComments")).isEqualTo(before.getInt("totalComments"));
    }

    @Test
    void aFeaturedConversationCountsWhilePublished() {
        Member admin = Member.admin();
        int before = stats().getInt("featuredConversations");

        JsonObject made = Sample.publish(admin, Sample.body("Featured figures").add("featured", true));
        assertThat(stats().getInt("featuredConversations")).isEqualTo(before + 1);
        admin.api().put(Sample.path(made), Answer.json("{\"published\":false}"));
        assertThat(stats().getInt("featuredConversations")).isEqualTo(before);
        admin.api().delete(Sample.path(made));
        assertThat(stats().getInt("featuredConversations")).isEqualTo(before);
    }
}
