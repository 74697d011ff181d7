package com.aichatchronicles.drills;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks one server for its health all the time, as an orchestrator does. */
final class Probe implements Worker {
    private final DrillServer server;
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();

    /**
     * What a server said of itself.
     *
     * @param at when the answers were there, in nanoseconds of this program's clock
     * @param ready the status of its readiness, 0 for no answer
     * @param live the status of its liveness, 0 for no answer
     * @param redis "ok" or "degraded" as far as it says so
     */
    record Finding(String server, long at, int ready, int live, String redis) {
        boolean isFull() {
            return ready == 200 && redis.equals("ok");
        }

        boolean isDegraded() {
            return ready == 200 && redis.equals("degraded");
        }
    }

    Probe(DrillServer server) {
        this.server = server;
    }

    @Override
    public void round(Journal journal) {
        Finding finding = ask();
        findings.add(finding);
        if (finding.live != 200) {
            journal.breaks("Liveness of " + server.name() + " was " + finding.live);
        }
    }

    @Override
    public int pause() {
        return 50;
    }

    Queue<Finding> findings() {
        return findings;
    }

    private Finding ask() {
        Api api = server.api();
        try {
            Answer ready = api.get("/health/ready");
            int live = api.get("/health/live").status();
            String redis = ready.text().replaceFirst("(?s).*\"state\"\\s*:\\s*\"(\\w+)\".*", "$1");
            return new Finding(server.name(), System.nanoTime(), ready.status(), live, redis);
        } catch (UncheckedIOException e) {
            return new Finding(server.name(), System.nanoTime(), 0, 0, "");
        }
    }
}
