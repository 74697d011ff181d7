package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Two servers with one Redis have one limit between them, to the call. */
class SharedLimitDrill {
    private static final int ROUNDS = 10;
    private static final int CLIENTS = 8;
    private static final int CALLS = 2 * DrillServer.SEARCHES;

    @Test
    void twoServersServeOneQuotaBetweenThem() throws Exception {
        Instant start = Instant.now();
        Fleet fleet = Fleet.ready();
        List<Long> admitted = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            admitted.add(search(fleet, CLIENTS));
        }
        admitted.add(search(fleet, CALLS));
        Figures.print(
                "one limit on two servers",
                start,
                (ROUNDS + 1) + " times " + CALLS + " calls with a limit of " + DrillServer.SEARCHES + ", served "
                        + admitted);
        assertThat(admitted).containsOnly((long) DrillServer.SEARCHES);
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
