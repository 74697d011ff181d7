package com.aichatchronicles.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ManyCommentsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final int MANY = 100_000;

    private static Member author;
    private static String conversation;
    private static String busiest;

    /** A tenth of the comments are threads, half of the others answer one of them. */
    @BeforeAll
    static void fill() {
        author = Member.register();
        conversation = Talk.publish(author);
        busiest = UUID.randomUUID().toString();
        Sql.update("""
                INSERT INTO public.comments (id, conversation_id, author_id, content, parent_id, created_at)
                SELECT CASE WHEN n = 1 THEN ?::uuid ELSE gen_random_uuid() END, ?::uuid, ?, 'Comment ' || n,
                       CASE WHEN n > 10000 AND n % 2 = 0 THEN ?::uuid END, now() - n * interval '1 second'
                  FROM generate_series(1, ?) n""", busiest, conversation, author.id(), busiest, MANY);
        Sql.update("ANALYZE public.comments");
    }

    @Test
    void aPageOfManyCostsOneStatement() {
        String threads = Talk.comments(conversation) + "?limit=";
        String replies = Talk.COMMENTS + busiest + "/replies?limit=";
        String none = Talk.comments(Talk.publish(author)) + "?limit=";

        assertThat(Statements.of(i -> Api.anonymous().get(threads + (20 + i)))).hasSize(1);
        assertThat(Statements.of(i -> Api.anonymous().get(replies + (20 + i)))).hasSize(1);
        assertThat(Statements.of(i -> Api.anonymous().get(none + (20 + i)))).hasSize(1);
    }

    @Test
    void thePageOfManyIsReadFromAnIndexAlone() throws SQLException {
        for (String query : List.of("", "sort=likes_count", "order=asc&depth=3&limit=100", "cursor=" + cursor())) {
            ThreadRequest request = request(query);
            String owner = query.isEmpty() ? conversation : busiest;
            String siblings = query.isEmpty() ? "c.conversation_id = ? AND c.parent_id IS NULL" : "c.parent_id = ?";
            String plan = plan(CommentQueries.addTree(
                    new com.aichatchronicles.platform.persistence.Sql(), request, siblings, UUID.fromString(owner)));

            assertThat(plan).doesNotContain("Seq Scan on comments");
            assertThat(plan).contains("Index").contains("comments_");
            assertThat(rowsRead(plan)).as(plan).isLessThan(5 * request.page().rows() * 40);
        }
    }

    @Test
    void everyPageOfManyCanBeReached() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Answer page = Api.anonymous()
                    .get(Talk.COMMENTS + busiest + "/replies?depth=0&limit=100"
                            + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(Talk.ids(page));
            cursor = Talk.next(page);
            pages++;
        } while (cursor != null && pages < 50);

        assertThat(seen).hasSize(5000).doesNotHaveDuplicates();
        assertThat(Talk.data(Api.anonymous().get(Talk.COMMENTS + busiest)).getInt("replies_count"))
                .isEqualTo(45_000);
        assertThat(Talk.data(Api.anonymous().get(Talk.CONVERSATIONS + conversation))
                        .getInt("comments_count"))
                .isEqualTo(MANY);
    }

    private static String cursor() {
        return Talk.next(Api.anonymous().get(Talk.COMMENTS + busiest + "/replies?limit=3"));
    }

    private static ThreadRequest request(String query) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=");
            if (parts.length == 2) {
                parameters.putSingle(parts[0], parts[1]);
            }
        }
        return ThreadRequest.of(parameters);
    }

    /** @return what PostgreSQL does for a query, with the numbers of rows that it really read */
    private static String plan(com.aichatchronicles.platform.persistence.Sql sql) throws SQLException {
        try (Connection connection = Database.connect();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) "
                        + sql.text().replaceAll("\\?\\d+", "?"))) {
            List<Object> values = sql.values();
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    /** @return the sum of what all nodes gave, loops multiplied */
    private static long rowsRead(String plan) {
        return Pattern.compile("actual rows=([\\d.]+) loops=(\\d+)")
                .matcher(plan)
                .results()
                .mapToLong(node -> Math.round(Double.parseDouble(node.group(1)) * Long.parseLong(node.group(2))))
                .sum();
    }
}
