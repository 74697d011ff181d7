package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Member;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Servers die by {@code kill -9}, in turns and in the middle of writes; whatever was acknowledged is there once. */
class KilledServerDrill {
    private static final int KILLS = 20;
    private static final int WRITES_PER_KILL = 500;
    private static final int CLIENTS = 6;
    private static final String WRITTEN =
            "SELECT title, count(*), min(id::text) FROM public.conversations WHERE author_id = ? GROUP BY title";

    private Duration longestRestart = Duration.ZERO;

    @Test
    void everyAcknowledgedWriteIsThereOnce() throws Exception {
        Instant start = Instant.now();
        Fleet fleet = Fleet.ready();
        Publisher publisher = new Publisher(fleet, Member.register());
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                publisher.renew();
                round(publisher, clients, fleet.both().get(kill % 2));
            }
        } finally {
            clients.shutdownNow();
        }
        Map<String, String> acknowledged = publisher.acknowledged();
        Map<String, String> written = written(publisher);
        Figures.print(
                "kill -9 during writes",
                start,
                KILLS + " kills, " + acknowledged.size() + " writes acknowledged, " + written.size() + " found once, "
                        + publisher.figures() + ", longest restart " + Figures.seconds(longestRestart));
        assertThat(acknowledged).hasSize(KILLS * WRITES_PER_KILL);
        assertThat(written).isEqualTo(acknowledged);
    }

    /** Has a server killed after some of the writes and started again while the others go on. */
    private void round(Publisher publisher, ExecutorService clients, DrillServer victim) throws Exception {
        int before = publisher.acknowledged().size();
        List<Future<?>> writes = new ArrayList<>();
        for (int i = 0; i < WRITES_PER_KILL; i++) {
            writes.add(clients.submit(publisher::publishUntilAcknowledged));
        }
        int dies = before + ThreadLocalRandom.current().nextInt(WRITES_PER_KILL / 10, WRITES_PER_KILL * 9 / 10);
        Await.within(60, "writes", () -> publisher.acknowledged().size() >= dies);
        victim.kill();
        Instant killed = Instant.now();
        victim.start();
        for (Future<?> write : writes) {
            write.get();
        }
        victim.awaitReady();
        Duration restart = Duration.between(killed, Instant.now());
        longestRestart = restart.compareTo(longestRestart) > 0 ? restart : longestRestart;
    }

    /** @return ids by title; what is there twice has no id but a number */
    private static Map<String, String> written(Publisher publisher) throws SQLException {
        Map<String, String> written = new HashMap<>();
        try (Connection connection = Database.connect();
                PreparedStatement query = connection.prepareStatement(WRITTEN)) {
            query.setObject(1, publisher.authorId());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    written.put(rows.getString(1), rows.getInt(2) == 1 ? rows.getString(3) : rows.getInt(2) + " times");
                }
            }
        }
        return written;
    }
}
