package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Redis goes and comes back in every way, under steady traffic. Nobody is to notice but the operators. */
class RedisOutageDrill {
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    @Test
    void stoppedAndStartedWithItsData() throws Exception {
        outage("Redis stopped, started with its data", TestRedis::stop, TestRedis::start);
    }

    @Test
    void stoppedAndStartedWithNothing() throws Exception {
        outage("Redis stopped, started with nothing", TestRedis::stop, () -> {
            TestRedis.loseData();
            TestRedis.start();
        });
    }

    @Test
    void frozenAndContinued() throws Exception {
        outage("Redis frozen, continued", TestRedis::freeze, TestRedis::thaw);
    }

    @Test
    void flushed() throws Exception {
        Fleet fleet = Fleet.ready();
        Guesser guesser = new Guesser(fleet);
        guesser.begin();
        try (Traffic traffic = Traffic.start(fleet)) {
            TestRedis.flush();
            guesser.goOnFromTheFirst();
            traffic.awaitRounds(5);
            guesser.isRefusedOnBoth();
            Journal journal = traffic.stop();
            Figures.print(
                    "Redis flushed",
                    journal,
                    "broken promises " + journal.broken().size());
            assertNobodyNoticed(journal);
        }
    }

    private static void outage(String name, Step leave, Step comeBack) throws Exception {
        Fleet fleet = Fleet.ready();
        Guesser guesser = new Guesser(fleet);
        guesser.begin();
        try (Traffic traffic = Traffic.start(fleet)) {
            leave.run();
            Duration noticed;
            try {
                long gone = System.nanoTime();
                traffic.awaitHealth("readiness to say degraded", Probe.Finding::isDegraded);
                noticed = Duration.ofNanos(System.nanoTime() - gone);
                guesser.goOnApart();
                traffic.awaitRounds(5);
            } finally {
                comeBack.run();
            }
            long back = System.nanoTime();
            traffic.awaitHealth("readiness to say ok", Probe.Finding::isFull);
            Duration full = Duration.ofNanos(System.nanoTime() - back);
            traffic.awaitRounds(5);
            guesser.isRefusedOnBoth();
            Journal journal = traffic.stop();
            Figures.print(
                    name,
                    journal,
                    "degraded after " + Figures.seconds(noticed) + ", ok again " + Figures.seconds(full)
                            + " after its return, broken promises "
                            + journal.broken().size());
            assertNobodyNoticed(journal);
        }
    }

    private static void assertNobodyNoticed(Journal journal) {
        assertThat(journal.unserved()).isEmpty();
        assertThat(journal.broken()).isEmpty();
    }
}
