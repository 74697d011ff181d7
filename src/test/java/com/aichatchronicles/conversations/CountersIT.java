package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Caches;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Together;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CountersIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private Connection connection;
    private Member author;
    private String category;

    @BeforeEach
    void connect() throws SQLException {
        connection = Database.connect();
        author = Member.register();
        category = Sample.word();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private String publish() {
        return Sample.publish(author, Sample.body("To be counted").add("category", category))
                .getString("id");
    }

    private static String like(UUID user, String conversation) {
        return "INSERT INTO public.likes (user_id, conversation_id) VALUES ('%s', '%s')".formatted(user, conversation);
    }

    private static String comment(UUID user, String conversation) {
        return "INSERT INTO public.comments (author_id, conversation_id, content) VALUES ('%s', '%s', 'Indeed')"
                .formatted(user, conversation);
    }

    private String counts(String id) throws SQLException {
        return value("SELECT likes_count || ' ' || comments_count FROM public.conversations WHERE id = '" + id + "'");
    }

    private String totals() throws SQLException {
        return value("SELECT coalesce(sum(conversations), 0) || ' ' || coalesce(sum(likes), 0) || ' '"
                + " || coalesce(sum(comments), 0) FROM chronicles.conversation_totals"
                + " WHERE scope = 'category' AND name = '" + category + "'");
    }

    /** Makes people who never sign in. */
    private List<UUID> people(int number) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            UUID id = UUID.randomUUID();
            run(connection, "INSERT INTO auth.users (id, email) VALUES ('%s', '%s@example.org')".formatted(id, id));
            ids.add(id);
        }
        return ids;
    }

    @Test
    void likesAndCommentsOfManyAtOnceAreAllCounted() throws Exception {
        String id = publish();
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            List<UUID> people = people(10);
            writers.add(() -> writeAll(id, people));
        }

        assertThat(Together.run(writers)).containsOnly(true);

        assertThat(counts(id)).isEqualTo("80 80");
        assertThat(totals()).isEqualTo("1 80 80");
        assertThat(Sample.data(Api.anonymous(), Sample.PATH + "/" + id).getInt("likes_count"))
                .isEqualTo(80);
        assertThatAllTotalsHold();
    }

    /** Commits the write of each person, and rolls another one back after each. */
    private static boolean writeAll(String id, List<UUID> people) throws SQLException {
        try (Connection own = Database.connect()) {
            own.setAutoCommit(false);
            for (UUID person : people) {
                run(own, like(person, id));
                run(own, comment(person, id));
                own.commit();
                run(own, comment(person, id));
                own.rollback();
            }
        }
        return true;
    }

    @Test
    void whoLeavesTakesLikesAndCommentsAlong() throws Exception {
        String id = publish();
        List<UUID> people = people(2);
        for (UUID person : people) {
            run(connection, like(person, id));
            run(connection, comment(person, id));
        }

        run(connection, "DELETE FROM auth.users WHERE id = '" + people.get(0) + "'");

        assertThat(counts(id)).isEqualTo("1 1");
        assertThat(totals()).isEqualTo("1 1 1");
        run(connection, "DELETE FROM auth.users WHERE id = '" + author.id() + "'");
        assertThat(totals()).isEqualTo("0 0 0");
        assertThatAllTotalsHold();
    }

    @Test
    void aDeletedConversationTakesItsLikesAndCommentsAlong() throws Exception {
        String id = publish();
        run(connection, like(author.id(), id));
        run(connection, comment(author.id(), id));

        assertThat(author.api().delete(Sample.PATH + "/" + id).status()).isEqualTo(200);

        assertThat(totals()).isEqualTo("0 0 0");
        assertThat(value("SELECT count(*) FROM public.likes WHERE conversation_id = '" + id + "'"))
                .isEqualTo("0");
        assertThatAllTotalsHold();
    }

    @Test
    void takingBackAndPublishingAgainMovesTheTotals() throws Exception {
        String id = publish();
        run(connection, like(author.id(), id));

        run(connection, "UPDATE public.conversations SET published = false WHERE id = '" + id + "'");
        assertThat(totals()).isEqualTo("0 0 0");
        run(connection, comment(author.id(), id));
        assertThat(totals()).isEqualTo("0 0 0");
        run(connection, "UPDATE public.conversations SET published = NULL WHERE id = '" + id + "'");
        assertThat(totals()).isEqualTo("0 0 0");
        run(connection, "UPDATE public.conversations SET published = true WHERE id = '" + id + "'");
        assertThat(totals()).isEqualTo("1 1 1");
        assertThatAllTotalsHold();
    }

    @Test
    void anEditCountsTheVersionAndALikeDoesNot() throws Exception {
        String id = publish();
        String state = "SELECT version || ' ' || updated_at FROM public.conversations WHERE id = '" + id + "'";
        String before = value(state);

        run(connection, like(author.id(), id));
        run(connection, comment(author.id(), id));
        assertThat(value(state)).isEqualTo(before).startsWith("1 ");
        run(connection, "UPDATE public.conversations SET title = 'By plain SQL' WHERE id = '" + id + "'");
        assertThat(value(state)).startsWith("2 ").isNotEqualTo(before.replace("1 ", "2 "));
    }

    @Test
    void aLikeTakesNothingFromAnEditor() throws Exception {
        String path = Sample.PATH + "/" + publish();
        String tag = author.api().get(path).header("ETag");

        run(connection, like(author.id(), path.substring(path.lastIndexOf('/') + 1)));
        Caches.awaitVoided();

        assertThat(author.api().get(path).header("ETag")).isNotEqualTo(tag);
        assertThat(author.api()
                        .with("If-Match", tag)
                        .put(path, Answer.json("{\"title\":\"Edited\"}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void countingAnewChangesNothing() throws Exception {
        run(connection, like(author.id(), publish()));
        String rows = "SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM (SELECT id, likes_count, comments_count,"
                + " version, updated_at FROM public.conversations) t";
        String before = value(rows);
        String sums = value(ALL_TOTALS);

        run(connection, "SELECT chronicles.recount()");

        assertThat(value(rows)).isEqualTo(before);
        assertThat(value(ALL_TOTALS)).isEqualTo(sums);
    }

    private static final String ALL_TOTALS = """
            SELECT string_agg(t::text, '|' ORDER BY t::text) FROM (
                SELECT scope, name, sum(conversations), sum(featured), sum(likes), sum(comments)
                  FROM chronicles.conversation_totals GROUP BY scope, name HAVING sum(conversations) <> 0) t""";
    private static final String COUNTED_NOW = """
            SELECT string_agg(t::text, '|' ORDER BY t::text) FROM (
                SELECT s.scope, s.name, count(*)::numeric, count(*) FILTER (WHERE c.featured)::numeric,
                       sum((SELECT count(*) FROM public.likes l WHERE l.conversation_id = c.id)),
                       sum((SELECT count(*) FROM public.comments m WHERE m.conversation_id = c.id
                               AND m.hidden_at IS NULL AND m.deleted_at IS NULL))
                  FROM public.conversations c
                 CROSS JOIN LATERAL (VALUES ('all', '', true), ('category', c.category, true),
                                            ('author', c.author_id::text, true), ('drafts', c.author_id::text, false)
                                    ) AS s (scope, name, published)
                 WHERE s.published = coalesce(c.published, false)
                 GROUP BY s.scope, s.name) t""";

    /** Rows whose likes were set by hand for a sort are set right first, and the totals with them. */
    private void assertThatAllTotalsHold() throws SQLException {
        run(
                connection,
                "UPDATE public.conversations c SET likes_count = n.likes FROM (SELECT k.id, (SELECT count(*)"
                        + " FROM public.likes l WHERE l.conversation_id = k.id) AS likes FROM public.conversations k) n"
                        + " WHERE c.id = n.id AND c.likes_count <> n.likes");
        assertThat(value(ALL_TOTALS)).isEqualTo(value(COUNTED_NOW));
    }
}
