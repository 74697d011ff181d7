package com.aichatchronicles.comments;

import com.aichatchronicles.testing.*;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.sql.*;
import java.util.*;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class MeasureIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void measure() throws Exception {
        StringBuilder out = new StringBuilder();
        Member author = Member.register();
        String conversation = Talk.publish(author);
        String busiest = UUID.randomUUID().toString();
        long t0 = System.nanoTime();
        Sql.update("""
                INSERT INTO public.comments (id, conversation_id, author_id, content, parent_id, created_at)
                SELECT CASE WHEN n = 1 THEN ?::uuid ELSE gen_random_uuid() END, ?::uuid, ?, 'Comment ' || n,
                       CASE WHEN n > 10000 AND n % 2 = 0 THEN ?::uuid END, now() - n * interval '1 second'
                  FROM generate_series(1, 100000) n""", busiest, conversation, author.id(), busiest);
        out.append("insert 100k: " + (System.nanoTime() - t0) / 1_000_000 + " ms\n");
        Sql.update("ANALYZE public.comments");
        for (String path : List.of(
                Talk.comments(conversation),
                Talk.comments(conversation) + "?sort=likes_count",
                Talk.COMMENTS + busiest + "/replies",
                Talk.comments(conversation) + "?limit=100&depth=3",
                Talk.CONVERSATIONS + conversation)) {
            for (int i = 0; i < 100; i++) Api.anonymous().get(path);
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                long t = System.nanoTime();
                Api.anonymous().get(path);
                times.add(System.nanoTime() - t);
            }
            Collections.sort(times);
            out.append(path + " median " + times.get(100) / 1000 + " us, p95 " + times.get(190) / 1000 + " us\n");
        }
        long t1 = System.nanoTime();
        for (int i = 0; i < 50; i++) author.api().post(Talk.comments(conversation), Talk.body(Talk.text(), null));
        out.append("post comment: " + (System.nanoTime() - t1) / 50_000_000 + " ms each\n");
        try (Connection c = Database.connect();
                Statement s = c.createStatement()) {
            var sql = CommentQueries.tree(
                    ThreadRequest.of(new MultivaluedHashMap<>()),
                    "c.conversation_id = ? AND c.parent_id IS NULL",
                    UUID.fromString(conversation));
            PreparedStatement p = c.prepareStatement(
                    "EXPLAIN (ANALYZE, BUFFERS) " + sql.text().replaceAll("\\?\\d+", "?"));
            for (int i = 0; i < sql.values().size(); i++)
                p.setObject(i + 1, sql.values().get(i));
            ResultSet r = p.executeQuery();
            while (r.next()) out.append(r.getString(1)).append('\n');
            long t2 = System.nanoTime();
            s.execute(
                    "DO $$ BEGIN FOR i IN 1..10000 LOOP INSERT INTO chronicles.notifications AS n (id, user_id, kind, about, actor_id, conversation_id, created_at, updated_at) VALUES (gen_random_uuid(), '"
                            + author.id() + "', 'liked', 'x', gen_random_uuid(), '" + conversation
                            + "', now(), now()) ON CONFLICT (user_id, kind, about) WHERE read_at IS NULL DO UPDATE SET times = n.times + 1, actor_id = excluded.actor_id, updated_at = CASE WHEN n.updated_at < excluded.updated_at - interval '1 minute' THEN excluded.updated_at ELSE n.updated_at END; COMMIT; END LOOP; END $$");
            out.append("10000 folds: " + (System.nanoTime() - t2) / 1_000_000 + " ms\n");
            Thread.sleep(2000);
            r = s.executeQuery(
                    "SELECT n_tup_upd, n_tup_hot_upd, pg_total_relation_size('chronicles.notifications') FROM pg_stat_user_tables WHERE relname = 'notifications'");
            r.next();
            out.append("upd " + r.getLong(1) + " hot " + r.getLong(2) + " bytes " + r.getLong(3) + "\n");
        }
        long t3 = System.nanoTime();
        Answer gone = author.api().delete(Talk.CONVERSATIONS + conversation);
        out.append("delete conversation with 100k: " + gone.status() + " " + (System.nanoTime() - t3) / 1_000_000
                + " ms\n");
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/comm2-measure.txt"), out);
    }
}
