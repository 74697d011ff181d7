package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Caches;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.DifferentServer;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Metric;
import com.aichatchronicles.testing.TestRedis;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

/** What was written while Redis could not be told is new for every reader, while it is away and when it is back. */
@ExtendWith(ArquillianExtension.class)
class CacheOutageIT {
    private final Member author = Member.register();
    private final JsonObject made = Sample.publish(author, "Seen before");
    private boolean stopped;
    private boolean frozen;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @AfterEach
    void bringRedisBack() throws Exception {
        if (frozen) {
            TestRedis.thaw();
        }
        if (stopped) {
            TestRedis.start();
        }
    }

    @Test
    void aStoppedRedisBringsNoOldCopyBack() throws Exception {
        assertThat(keptTitle()).isEqualTo("Seen before");
        TestRedis.stop();
        stopped = true;

        edit("Written without Redis");
        assertThat(title()).isEqualTo("Written without Redis");

        TestRedis.start();
        stopped = false;
        assertThatNoReaderSees("Seen before");
    }

    @Test
    void aFrozenRedisBringsNoOldCopyBack() throws Exception {
        assertThat(keptTitle()).isEqualTo("Seen before");
        TestRedis.freeze();
        frozen = true;

        edit("Written while Redis was frozen");
        assertThat(title()).isEqualTo("Written while Redis was frozen");

        TestRedis.thaw();
        frozen = false;
        assertThatNoReaderSees("Seen before");
    }

    @Test
    void aServerThatHasNoRedisLeavesNoOldCopyBehind() throws Exception {
        Api there = DifferentServer.shared().api().as(author.token());
        assertThat(keptTitle()).isEqualTo("Seen before");

        edit(there, "Written by a server without Redis");

        Instant deadline = Instant.now().plusSeconds(10);
        while (!title().equals("Written by a server without Redis")) {
            assertThat(Instant.now()).as("an old copy is still answered").isBefore(deadline);
        }
        assertThatNoReaderSees("Seen before");
        assertThatItIsKept();
    }

    @Test
    void anAnnouncementThatNoServerTakesBackKeepsReadersAtTheDatabase() {
        assertThat(keptTitle()).isEqualTo("Seen before");
        try (RedisClient redis = Caches.client()) {
            long now = Instant.now().toEpochMilli();
            for (String version : redis.keys("{cache}:version:*")) { // as a server does that dies before its commit
                String writers = version.replace("version", "writers");
                redis.zadd(writers, now + 5000.0, "dead");
                redis.pexpire(writers, 5000);
                redis.set(version, "7");
            }
        }

        edit("Written meanwhile");

        assertThat(title()).isEqualTo("Written meanwhile");
        assertThatNoReaderSees("Seen before");
    }

    @Test
    void whatSomebodyElseWroteToRedisBreaksNothing() {
        assertThat(keptTitle()).isEqualTo("Seen before");
        try (RedisClient redis = Caches.client()) {
            redis.set("{cache}:version:nowhere", "1");
            redis.set("{cache}:version:99999", "1");
            redis.keys("{cache}:answer:*").forEach(key -> redis.set(key, "rubbish"));
            redis.keys("{cache}:version:*").forEach(key -> redis.set(key, "rubbish"));
        }

        assertThat(keptTitle()).isEqualTo("Seen before");
        edit("Written over rubbish");

        assertThat(title()).isEqualTo("Written over rubbish");
        assertThatItIsKept();
    }

    /** Reads until an answer comes from memory, ten seconds at most. */
    private void assertThatItIsKept() {
        double hits = hits();
        Instant deadline = Instant.now().plusSeconds(10);
        while (hits() == hits) {
            assertThat(Instant.now()).as("nothing is kept any more").isBefore(deadline);
            title();
        }
    }

    private static double hits() {
        return Metric.value("cache_hits_total", "region=\"conversation\"", "level=\"memory\"");
    }

    private void assertThatNoReaderSees(String title) {
        Instant end = Instant.now().plus(Duration.ofSeconds(3));
        while (Instant.now().isBefore(end)) {
            assertThat(title()).isNotEqualTo(title);
        }
    }

    private String keptTitle() {
        String title = title();
        for (int i = 0; i < 10; i++) {
            title = title();
        }
        return title;
    }

    private String title() {
        Answer answer = Api.anonymous().get(Sample.path(made));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().getJsonObject("data").getString("title");
    }

    private void edit(String title) {
        edit(author.api(), title);
    }

    private void edit(Api api, String title) {
        Answer answer = api.put(
                Sample.path(made),
                Json.createObjectBuilder().add("title", title).build());
        assertThat(answer.status()).isEqualTo(200);
    }
}
