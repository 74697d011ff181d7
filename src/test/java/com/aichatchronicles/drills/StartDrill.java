package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestDatabase;
import com.aichatchronicles.testing.TestRedis;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A server that is started while something it needs is away. */
class StartDrill {
    private static final String SENTENCE = "The server does not start: the database of DATABASE_URL can't be used";

    @Test
    void withoutRedisItServesAndTakesItUpLater() throws Exception {
        Fleet fleet = Fleet.ready();
        Instant start = Instant.now();
        DrillServer server = fleet.second();
        server.kill();
        TestRedis.stop();
        try {
            server.start();
            server.awaitReady();
            assertThat(server.redisState()).isEqualTo("degraded");
            assertServes(server);
        } finally {
            TestRedis.start();
        }
        Duration back = fleet.awaitRedis();
        assertServes(server);
        Figures.print("start without Redis", start, "Redis in use " + Figures.seconds(back) + " after its return");
    }

    @Test
    void withoutPostgresqlItWaits() throws Exception {
        Fleet fleet = Fleet.ready();
        Instant start = Instant.now();
        DrillServer server = fleet.second();
        server.kill();
        TestDatabase.stop();
        Duration patience;
        try {
            server.start();
            patience = Await.within(60, "the server to try", () -> server.log().contains("CWWKZ0018I"));
            Instant later = Instant.now().plusSeconds(10);
            while (Instant.now().isBefore(later)) {
                assertThat(readiness(server)).isIn(0, 503);
                assertThat(server.isRunning()).isTrue();
            }
        } finally {
            TestDatabase.start();
        }
        Instant returned = Instant.now();
        server.awaitReady();
        Duration ready = Duration.between(returned, Instant.now());
        assertServes(server);
        Figures.print(
                "start without PostgreSQL",
                start,
                "application begun after " + Figures.seconds(patience) + ", ready " + Figures.seconds(ready)
                        + " after its return");
    }

    @Test
    void withoutPostgresqlForLongItEndsWithASentence() throws Exception {
        Fleet fleet = Fleet.ready();
        Instant start = Instant.now();
        DrillServer server = fleet.second();
        server.kill();
        TestDatabase.stop();
        Duration end;
        try {
            server.start();
            end = Await.within(180, "the server to give up", () -> !server.isRunning());
        } finally {
            TestDatabase.start();
        }
        assertThat(server.log()).contains(SENTENCE);
        server.start();
        server.awaitReady();
        assertServes(server);
        Figures.print("start without PostgreSQL for long", start, "gave up after " + Figures.seconds(end));
    }

    private static int readiness(DrillServer server) {
        try {
            return server.api().get("/health/ready").status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static void assertServes(DrillServer server) {
        Answer list = server.api().get(Writer.PATH);
        assertThat(list.status()).isEqualTo(200);
        Member member = Member.register();
        Answer own = server.api().as(member.token()).get("/api/v1/auth/me");
        assertThat(own.status()).isEqualTo(200);
    }
}
