package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Two servers with one Redis have one limit between them, to the call. A Redis that has counted but could not say so in
 * time counts as away: then the server counts the call once more by itself, and the limit is as good as without Redis.
 * A busy machine brings that about now and then, so a round in which a server says that it happened is done again.
 */
class SharedLimitDrill {
    private static final int ROUNDS = 10;
    private static final int CLIENTS = 8;
    private static final int CALLS = 2 * DrillServer.SEARCHES;
    private static final String LATE = "Redis does not answer in time";
    private static final String CALM = "Redis answers again";

    private int repeated;

    @Test
    void twoServersServeOneQuotaBetweenThem() throws Exception {
        Instant start = Instant.now();
        Fleet fleet = Fleet.ready();
        List<Long> served = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            served.add(searchUndisturbed(fleet, CLIENTS));
        }
        served.add(searchUndisturbed(fleet, CALLS));
        Figures.print(
                "one limit on two servers",
                start,
                (ROUNDS + 1) + " times " + CALLS + " calls with a limit of " + DrillServer.SEARCHES + ", served "
                        + served + ", rounds done again because Redis was late " + repeated);
        assertThat(served).containsOnly((long) DrillServer.SEARCHES);
    }

    private long searchUndisturbed(Fleet fleet, int clients) throws Exception {
        for (int tries = 0; tries < ROUNDS; tries++) {
            awaitCalm(fleet);
            long before = lines(fleet, LATE);
            long served = search(fleet, clients);
            if (lines(fleet, LATE) == before) {
                return served;
            }
            repeated++;
        }
        throw new AssertionError("Redis was late in each of " + ROUNDS + " rounds");
    }

    /** Calls until each server has said of every lateness that it is over: it reports the next one only then. */
    private static void awaitCalm(Fleet fleet) throws InterruptedException {
        Await.within(60, "Redis to answer in time", () -> {
            fleet.both().forEach(server -> searches(server, Newcomer.address(), 1));
            return lines(fleet, LATE) == lines(fleet, CALM);
        });
    }

    private static long lines(Fleet fleet, String text) {
        return fleet.both().stream()
                .flatMap(server -> server.log().lines())
                .filter(line -> line.contains(text))
                .count();
    }

    /** @return how many of all calls were served, the rest being refused */
    private static long search(Fleet fleet, int clients) throws Exception {
        String address = Newcomer.address();
        List<Callable<List<Integer>>> tasks = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            DrillServer server = fleet.both().get(client % 2);
            tasks.add(() -> searches(server, address, CALLS / clients));
        }
        List<Integer> statuses =
                Together.run(tasks).stream().flatMap(List::stream).toList();
        assertThat(statuses).hasSize(CALLS).containsOnly(200, 429);
        return Collections.frequency(statuses, 200);
    }

    private static List<Integer> searches(DrillServer server, String address, int times) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            statuses.add(server.api()
                    .with("X-Forwarded-For", address)
                    .get(Writer.PATH + "/search?q=nowhere")
                    .status());
        }
        return statuses;
    }
}
