package com.aichatchronicles.drills;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** What happened to the traffic of a drill: each call, each broken promise, and how long writes stayed unseen. */
final class Journal {
    private static final long SEEN_WITHIN = TimeUnit.SECONDS.toNanos(1);

    private final Instant start = Instant.now();
    private final long begin = System.nanoTime();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicLong longestUnseen = new AtomicLong();

    /**
     * Makes a call from an address of its own, so that no limit ends the traffic but all are counted, and notes it.
     *
     * @param expected the statuses that are right; another below 500 breaks a promise
     * @return the answer
     * @throws NotServedException if there is none, or one of 500 or more
     */
    Answer ask(String what, DrillServer server, Function<Api, Answer> request, int... expected) {
        long sent = System.nanoTime();
        Answer answer;
        try {
            answer = request.apply(server.api().with("X-Forwarded-For", Newcomer.address()));
        } catch (UncheckedIOException e) {
            calls.add(new Call(what, server.name(), sent, System.nanoTime(), 0, false));
            throw new NotServedException(e);
        }
        boolean retryAfter = answer.header("Retry-After") != null;
        calls.add(new Call(what, server.name(), sent, System.nanoTime(), answer.status(), retryAfter));
        if (answer.status() >= 500) {
            throw new NotServedException(null);
        }
        if (Arrays.stream(expected).noneMatch(status -> status == answer.status())) {
            broken.add(what + " on " + server.name() + " was answered " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    /** Looks until something that was just written shows; after a second a promise is broken. */
    void awaitSeen(String what, BooleanSupplier fact) {
        long written = System.nanoTime();
        boolean seen = fact.getAsBoolean();
        long unseen = 0; // the first look comes at once: if it sees the write, nothing stale was shown
        while (!seen && unseen < SEEN_WITHIN) {
            seen = fact.getAsBoolean();
            unseen = System.nanoTime() - written;
        }
        looks.incrementAndGet();
        late.addAndGet(unseen == 0 ? 0 : 1);
        longestUnseen.accumulateAndGet(unseen, Math::max);
        if (!seen) {
            broken.add(what);
        }
    }

    void breaks(String promise) {
        broken.add(promise);
    }

    Collection<String> broken() {
        return List.copyOf(broken);
    }

    /** @return the calls that were not served */
    List<Call> unserved() {
        return calls.stream().filter(call -> !call.isServed()).toList();
    }

    /** @return how many calls had each status; 0 is no answer */
    Map<Integer, Long> byStatus() {
        return calls.stream().collect(groupingBy(Call::status, TreeMap::new, counting()));
    }

    /** @return how fast writes were seen, for people */
    String visibility() {
        return "writes unseen at the first look " + late + " of " + looks + " times, at most "
                + Figures.seconds(Duration.ofNanos(longestUnseen.get()));
    }

    Duration slowest() {
        return Duration.ofNanos(calls.stream()
                .mapToLong(call -> call.end() - call.begin())
                .max()
                .orElse(0));
    }

    /** @return the longest time in which one of the servers served nothing */
    Duration longestGap() {
        long longest = 0;
        Map<String, List<Call>> served = calls.stream().filter(Call::isServed).collect(groupingBy(Call::server));
        for (List<Call> ofServer : served.values()) {
            long last = begin;
            for (long end : ofServer.stream().mapToLong(Call::end).sorted().toArray()) {
                longest = Math.max(longest, end - last);
                last = end;
            }
        }
        return Duration.ofNanos(longest);
    }

    /**
     * @param since in nanoseconds of this program's clock
     * @return from then until the last call that was not served, zero if there was none
     * @throws AssertionError if a kind of call was not served on a server any more
     */
    Duration untilFullService(long since) {
        Map<String, List<Call>> services = calls.stream().collect(groupingBy(Call::service));
        services.forEach((service, ofIt) ->
                assertThat(ofIt).as(service).anyMatch(call -> call.isServed() && call.begin() >= since));
        long full = unserved().stream().mapToLong(Call::end).max().orElse(since);
        return Duration.ofNanos(Math.max(0, full - since));
    }

    Instant start() {
        return start;
    }
}
