package com.aichatchronicles.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures how many reads a second are answered, and how fast, alone and beside 500 sign-ins at once, again and again.
 * A benchmark, so it is no part of the build:
 *
 * <pre>mvn verify -Dit.test=ManySignInsTimings -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dseconds=30</pre>
 *
 * <p>The callers run on the same processors as the server and take their share of them. {@code -Dsignins=0} shows what
 * measuring twice alone makes of the figures; with {@code -Dpace=N} each of the four readers makes N reads a second at
 * most, so that there is room for both.
 */
@ExtendWith(ArquillianExtension.class)
class ManySignInsTimings {
    private static final int SECONDS = Integer.getInteger("seconds", 30);
    private static final int PACE = Integer.getInteger("pace", 0);
    private static final int SIGN_INS = Integer.getInteger("signins", 500);
    private static final int READERS = 4;

    private final Map<Integer, Integer> signIns = new ConcurrentHashMap<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void howReadsFareBesideSignIns() throws Exception {
        Member reader = Member.register();
        String conversation = Talk.publish(reader);
        System.out.printf("%-10s %-8s %10s %8s %8s %8s %8s%n", "read", "", "a second", "p50 ms", "p95", "p99", "max");
        compare("cached", Api.anonymous(), Talk.CONVERSATIONS + conversation);
        compare("personal", reader.api(), "/api/v1/auth/me");
        System.out.println("sign-ins by status: " + new TreeMap<>(signIns));
        assertThat(signIns.keySet()).isSubsetOf(401, 429, 503);
    }

    private void compare(String read, Api api, String path) throws Exception {
        readFor(SECONDS / 2, api, path); // warms up
        print(read, "alone", readFor(SECONDS, api, path));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService flood = Executors.newSingleThreadExecutor();
        try {
            Future<?> waves = flood.submit(() -> {
                while (!over.get() && SIGN_INS > 0) {
                    Together.run(SIGN_INS, ManySignInsTimings::signIn)
                            .forEach(status -> signIns.merge(status, 1, Integer::sum));
                }
                return null;
            });
            List<Long> times = readFor(SECONDS, api, path);
            over.set(true);
            waves.get();
            print(read, "beside", times);
        } finally {
            flood.shutdownNow();
        }
    }

    private static int signIn() {
        return Api.anonymous()
                .post("/api/v1/auth/login", Member.credentials(Member.newEmail(), "Wrong-horse-7"))
                .status();
    }

    /** @return how long each read took, in nanoseconds */
    private static List<Long> readFor(int seconds, Api api, String path) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Long> times = new ArrayList<>();
        Together.run(READERS, () -> readUntil(end, api, path)).forEach(times::addAll);
        return times;
    }

    private static List<Long> readUntil(long end, Api api, String path) throws InterruptedException {
        List<Long> times = new ArrayList<>();
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            Answer answer = api.get(path);
            times.add(System.nanoTime() - start);
            assertThat(answer.status()).isEqualTo(200);
            next += PACE == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / PACE;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        return times;
    }

    private static void print(String read, String company, List<Long> times) {
        Collections.sort(times);
        System.out.printf(
                "%-10s %-8s %10.0f %8.1f %8.1f %8.1f %8.1f%n",
                read,
                company,
                times.size() / (double) SECONDS,
                percentile(times, 50),
                percentile(times, 95),
                percentile(times, 99),
                percentile(times, 100));
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
