package com.aichatchronicles.platform.ratelimit;

import static com.aichatchronicles.platform.ratelimit.Visitor.CATEGORIES;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestRedis;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the limits hold while Redis does not. */
@ExtendWith(ArquillianExtension.class)
class RedisOutageIT {
    private static final String GONE = "Redis does not answer in time";
    private static final String BACK = "Redis answers again";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void withoutRedisTheLimitsGoOnFromWhereTheyWere() throws Exception {
        Api guesser = Visitor.newcomer();
        Api late = Visitor.newcomer();
        Api user = Visitor.newcomer().as(Member.register().token());
        for (int i = 0; i < 3; i++) {
            Visitor.tryToSignIn(guesser);
            user.get(CATEGORIES);
        }

        TestRedis.stop();
        try {
            assertThat(statuses(guesser, 4)).containsExactly(401, 401, 429, 429);
            assertThat(statuses(late, 7)).containsExactly(401, 401, 401, 401, 401, 429, 429);
            assertThat(user.get(CATEGORIES).header("RateLimit-Remaining")).isEqualTo("96");
            List<Integer> parallel = Together.run(50, () -> user.get(CATEGORIES).status());
            assertThat(parallel).containsOnly(200);
        } finally {
            TestRedis.start();
        }
        assertThat(Visitor.tryToSignIn(guesser).status()).isEqualTo(429);
        awaitCalm();
        assertThat(Visitor.tryToSignIn(guesser).status()).isEqualTo(429);
    }

    @Test
    void aFrozenRedisStopsNobodyAndIsReportedOnce() throws Exception {
        awaitCalm();
        long gone = lines(GONE);
        long back = lines(BACK);
        Api guesser = Visitor.newcomer();
        Visitor.tryToSignIn(guesser);

        TestRedis.freeze();
        try {
            Instant begin = Instant.now();
            assertThat(statuses(guesser, 6)).containsExactly(401, 401, 401, 401, 429, 429);
            Api reader = Visitor.newcomer();
            for (int i = 0; i < 100; i++) {
                assertThat(reader.get(CATEGORIES).status()).isEqualTo(200);
            }
            assertThat(reader.get(CATEGORIES).status()).isEqualTo(429);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        } finally {
            TestRedis.thaw();
        }
        awaitCalm();
        assertThat(lines(GONE)).isEqualTo(gone + 1);
        assertThat(lines(BACK)).isEqualTo(back + 1);
    }

    /** Calls until the server has said of every outage that it is over. */
    private static void awaitCalm() throws Exception {
        Instant deadline = Instant.now().plusSeconds(30);
        while (lines(GONE) > lines(BACK)) {
            assertThat(Instant.now()).isBefore(deadline);
            Visitor.newcomer().get(CATEGORIES);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static List<Integer> statuses(Api guesser, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(call -> Visitor.tryToSignIn(guesser).status())
                .toList();
    }

    private static long lines(String text) throws IOException {
        try (Stream<String> lines = Files.lines(TestServer.log())) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }
}
