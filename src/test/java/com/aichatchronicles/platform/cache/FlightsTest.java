package com.aichatchronicles.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aichatchronicles.testing.Together;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final CachedAnswer ANSWER = CachedAnswer.of("1");

    private final Flights flights = new Flights();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void thoseWhoAskTogetherShareOneAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(20);

        List<CachedAnswer> answers = Together.run(20, () -> {
            asked.countDown();
            return flights.share("key", 1, () -> {
                asked.await();
                TimeUnit.MILLISECONDS.sleep(100); // the others are at the door, a moment and they are in
                made.incrementAndGet();
                return ANSWER;
            });
        });

        assertThat(answers).hasSize(20).containsOnly(ANSWER);
        assertThat(made).hasValue(1);
    }

    @Test
    void whoAsksAfterAWriteDoesNotShareAnAnswerFromBefore() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try {
            Future<CachedAnswer> before = threads.submit(() -> flights.share("key", 1, () -> {
                begun.countDown();
                written.await();
                return ANSWER;
            }));
            begun.await();
            CachedAnswer fresh = CachedAnswer.of("2");

            assertThat(flights.share("key", 2, () -> fresh)).isSameAs(fresh);

            written.countDown();
            assertThat(before.get()).isSameAs(ANSWER);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureReachesTheCallerAndIsNotRemembered() throws Exception {
        assertThatThrownBy(() -> flights.share("key", 1, () -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");

        assertThat(flights.share("key", 1, () -> ANSWER)).isSameAs(ANSWER);
    }
}
