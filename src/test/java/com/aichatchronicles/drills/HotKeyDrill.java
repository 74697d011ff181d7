package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Metric;
import com.aichatchronicles.testing.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A thousand readers, half of them on each server, want the same page that no cache has: each server makes it once. */
class HotKeyDrill {
    private static final int READERS = 1000;
    private static final int ROUNDS = 3;

    @Test
    void anExpiredPageIsMadeAtMostTwice() throws Exception {
        Fleet fleet = Fleet.ready();
        Instant start = Instant.now();
        String page = Writer.PATH + "/featured?limit=50";
        awaitKept(fleet, page);
        Instant expired = Instant.now().plusSeconds(DrillServer.OVERVIEW_SECONDS);
        Await.within(
                2 * DrillServer.OVERVIEW_SECONDS,
                "the page to expire",
                () -> Instant.now().isAfter(expired));
        long loads = loadsOf(fleet, page);
        print("an expired page", start, List.of(loads));
        assertThat(loads).isBetween(1L, 2L);
    }

    @Test
    void aPageThatNobodyHasAskedForIsMadeAtMostTwice() throws Exception {
        Fleet fleet = Fleet.ready();
        awaitKept(fleet, Writer.PATH + "/featured");
        Instant start = Instant.now();
        List<Long> loads = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            loads.add(loadsOf(fleet, Writer.PATH + "/featured?limit=" + (60 + round)));
        }
        print("a page nobody has asked for", start, loads);
        assertThat(loads).allSatisfy(number -> assertThat(number).isBetween(1L, 2L));
    }

    /** Where a server was killed while it wrote, nothing is kept for a minute of what the write may have changed. */
    private static void awaitKept(Fleet fleet, String page) throws InterruptedException {
        Await.within(90, "the page to be kept", () -> {
            fleet.both().forEach(server -> server.api().get(page));
            long before = loads(fleet);
            fleet.both().forEach(server -> server.api().get(page));
            return loads(fleet) == before;
        });
    }

    private static void print(String what, Instant start, List<Long> loads) throws Exception {
        Figures.print(READERS + " readers of " + what, start, "made " + loads + " times by both servers together");
    }

    private static long loadsOf(Fleet fleet, String page) throws Exception {
        long before = loads(fleet);
        List<Callable<Answer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            DrillServer server = fleet.both().get(i % 2);
            readers.add(() -> server.api().get(page));
        }
        List<Answer> answers = Together.run(readers);
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        return loads(fleet) - before;
    }

    private static long loads(Fleet fleet) {
        return fleet.both().stream()
                .mapToLong(
                        server -> (long) Metric.value(server.api(), "cache_loads_seconds_count", "region=\"overview\""))
                .sum();
    }
}
