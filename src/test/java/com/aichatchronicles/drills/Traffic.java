package com.aichatchronicles.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Steady traffic of eight clients on both servers: reads, writes, sign-ins and health probes. */
final class Traffic implements AutoCloseable {
    private static final int AFTER_A_REFUSAL = 50;

    private final Journal journal = new Journal();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Probe> probes;
    private final List<AtomicInteger> rounds = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean over;

    private Traffic(Fleet fleet) {
        probes = fleet.both().stream().map(Probe::new).toList();
        for (DrillServer server : fleet.both()) {
            workers.add(new Reader(server));
            workers.add(new Writer(fleet, server));
            workers.add(new SignIns(fleet, server));
        }
        workers.addAll(probes);
    }

    /** @return the traffic, after each client has had some rounds */
    static Traffic start(Fleet fleet) throws InterruptedException {
        Traffic traffic = new Traffic(fleet);
        for (Worker worker : traffic.workers) {
            AtomicInteger done = new AtomicInteger();
            traffic.rounds.add(done);
            traffic.running.add(traffic.threads.submit(() -> traffic.work(worker, done)));
        }
        traffic.awaitRounds(5);
        return traffic;
    }

    /** Waits until each client has had so many more rounds, at most a minute. */
    void awaitRounds(int more) throws InterruptedException {
        int[] goals = rounds.stream().mapToInt(done -> done.get() + more).toArray();
        Await.within(60, "the traffic to go on", () -> {
            for (int i = 0; i < goals.length; i++) {
                if (rounds.get(i).get() < goals[i] && !running.get(i).isDone()) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Waits, half a minute at most, until both servers say something of their health, asked after this call. */
    void awaitHealth(String what, Predicate<Probe.Finding> health) throws InterruptedException {
        long now = System.nanoTime();
        Await.within(
                30,
                what,
                () -> probes.stream()
                        .allMatch(probe -> probe.findings().stream()
                                .anyMatch(finding -> finding.at() > now && health.test(finding))));
    }

    /** Ends the traffic and looks whether what was written is what is shown now. */
    Journal stop() throws InterruptedException, ExecutionException {
        over = true;
        for (Future<?> worker : running) {
            worker.get();
        }
        workers.forEach(worker -> worker.review(journal));
        return journal;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdown();
    }

    private Void work(Worker worker, AtomicInteger done) throws InterruptedException {
        while (!over) {
            int pause = worker.pause();
            try {
                worker.round(journal);
            } catch (NotServedException e) {
                pause = AFTER_A_REFUSAL; // the journal knows it
            }
            done.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(pause);
        }
        return null;
    }
}
