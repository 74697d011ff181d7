package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes and comes back under steady traffic. Meanwhile callers are told to come again, and nothing else. */
class DatabaseOutageDrill {
    private static final int UNAVAILABLE = 503;

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    @Test
    void stoppedAndStarted() throws Exception {
        outage("PostgreSQL stopped (fast), started", TestDatabase::stop);
    }

    @Test
    void crashedAndStarted() throws Exception {
        outage("PostgreSQL stopped (immediate), started", TestDatabase::crash);
    }

    private static void outage(String name, Step leave) throws Exception {
        Fleet fleet = Fleet.ready();
        try (Traffic traffic = Traffic.start(fleet)) {
            long back;
            leave.run();
            try {
                traffic.awaitHealth("readiness to say down", finding -> finding.ready() == UNAVAILABLE);
                traffic.awaitRounds(40);
            } finally {
                back = startAndSeeReturn();
            }
            traffic.awaitHealth("readiness to say up", finding -> finding.ready() == 200);
            Duration ready = Duration.ofNanos(System.nanoTime() - back);
            traffic.awaitRounds(5);
            Journal journal = traffic.stop();
            Duration full = journal.untilFullService(back);
            Figures.print(
                    name,
                    journal,
                    "ready " + Figures.seconds(ready) + " and full service " + Figures.seconds(full)
                            + " after its return, broken promises "
                            + journal.broken().size());
            assertThat(journal.unserved()).isNotEmpty().allMatch(Call::isPutOff);
            assertThat(journal.broken()).isEmpty();
            assertThat(full).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** @return when it answered again, in nanoseconds of this program's clock */
    private static long startAndSeeReturn() throws Exception {
        CompletableFuture<Long> seen = CompletableFuture.supplyAsync(DatabaseOutageDrill::seeReturn);
        TestDatabase.start();
        return seen.get();
    }

    private static long seeReturn() {
        while (true) {
            try {
                Database.connect().close();
                return System.nanoTime();
            } catch (SQLException e) {
                Thread.onSpinWait(); // the next try is the wait
            }
        }
    }
}
