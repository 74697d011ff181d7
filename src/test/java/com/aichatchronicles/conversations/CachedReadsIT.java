package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Caches;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Metric;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

/** How answers are kept, and that they are used. */
@ExtendWith(ArquillianExtension.class)
class CachedReadsIT {
    private static final String HITS = "cache_hits_total";
    private static final String LOADS = "cache_loads_seconds_count";

    /** All, those of its category, those of its author, and the names of the tags. */
    private static final int LISTS_IT_IS_IN = 4;

    private final Member author = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theSecondReaderIsAnsweredFromMemory() {
        JsonObject made = Sample.publish(author, "Read twice");
        Answer first = kept(made);
        double hits = Metric.value(HITS, "region=\"conversation\"", "level=\"memory\"");
        double loads = Metric.value(LOADS, "region=\"conversation\"");

        Answer second = read(made);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(Metric.value(HITS, "region=\"conversation\"", "level=\"memory\""))
                .isGreaterThan(hits);
        assertThat(Metric.value(LOADS, "region=\"conversation\"")).isEqualTo(loads);
    }

    @Test
    void itIsKeptInRedisToo() {
        JsonObject made = Sample.publish(author, "Kept for all servers");
        Set<String> before = keptInRedis();

        kept(made);

        assertThat(keptInRedis()).hasSizeGreaterThan(before.size());
    }

    @Test
    void whatBecameOldWithinASecondIsKeptHereAndNotSent() throws Exception {
        boolean seen = false;
        for (int i = 0; i < 20 && !seen; i++) { // a slow machine may need more than the second
            seen = isKeptHereAlone();
        }

        assertThat(seen).isTrue();
    }

    @Test
    void whatIsOlderIsSentAgain() throws Exception {
        String list = newList();
        Set<String> before = keptInRedis();
        kept("conversations", list);
        byte[] first = onlyNewOne(before);
        Sample.publish(author, Sample.body("Second").add("category", category(list)));
        TimeUnit.MILLISECONDS.sleep(1100); // the life that makes it worth sending

        kept("conversations", list);

        assertThat(onlyNewOne(before)).isNotEqualTo(first);
    }

    @Test
    void aNewConversationVoidsListsAndNoOtherConversation() {
        Map<String, String> before = versions();

        Sample.publish(author, "One more");

        Map<String, String> changed = versions();
        changed.entrySet().removeAll(before.entrySet());
        assertThat(changed.size()).isBetween(1, LISTS_IT_IS_IN);
    }

    @Test
    void somethingNewThatIsNotFeaturedLeavesTheFrontPage() {
        String frontPage = "/api/v1/conversations/featured?limit=3";
        Sample.publish(Member.admin(), Sample.body("On the front page").add("featured", true));
        kept("overview", frontPage);
        double loads = Metric.value(LOADS, "region=\"overview\"");

        Sample.publish(author, "Not on the front page");

        assertThat(Api.anonymous().get(frontPage).status()).isEqualTo(200);
        assertThat(Metric.value(LOADS, "region=\"overview\"")).isEqualTo(loads);
    }

    @Test
    void aNewDraftVoidsNothing() {
        Map<String, String> before = versions();

        Sample.draft(author, "Nobody sees it");

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aFlushedRedisIsFilledAgain() {
        JsonObject made = Sample.publish(author, "Survives");
        read(made);
        try (RedisClient redis = Caches.client()) {
            redis.flushAll();
        }
        author.api()
                .put(
                        Sample.path(made),
                        Json.createObjectBuilder()
                                .add("title", "Edited after the flush")
                                .build());

        assertThat(kept(made).text()).contains("Edited after the flush");
        assertThat(keptInRedis()).isNotEmpty();
    }

    @Test
    void manyReadersOfWhatIsNotKeptHaveItMadeOnce() throws Exception {
        JsonObject made = Sample.publish(author, "Everybody comes at once");
        double loads = Metric.value(LOADS, "region=\"conversation\"");

        List<Integer> answers = Together.run(64, () -> read(made).status());

        assertThat(answers).containsOnly(200);
        assertThat(Metric.value(LOADS, "region=\"conversation\"") - loads).isLessThanOrEqualTo(2);
    }

    private static Answer kept(JsonObject conversation) {
        return kept("conversation", Sample.path(conversation));
    }

    /** Reads until the answer is kept: just after a write, the server may not know yet what it stands for. */
    private static Answer kept(String region, String path) {
        double hits = hits(region);
        Answer answer = Api.anonymous().get(path);
        for (int i = 0; i < 100 && hits(region) == hits; i++) {
            answer = Api.anonymous().get(path);
        }
        return answer;
    }

    private static double hits(String region) {
        return Metric.value(HITS, "region=\"" + region + '"', "level=\"memory\"");
    }

    private static Answer read(JsonObject conversation) {
        return Api.anonymous().get(Sample.path(conversation));
    }

    private boolean isKeptHereAlone() {
        String list = newList();
        Set<String> before = keptInRedis();
        kept("conversations", list);
        byte[] first = onlyNewOne(before);
        Sample.publish(author, Sample.body("Second").add("category", category(list)));
        Answer second = kept("conversations", list);
        assertThat(Sample.total(second)).isEqualTo(2);
        return Arrays.equals(onlyNewOne(before), first);
    }

    private String newList() {
        String category = Sample.word();
        Sample.publish(author, Sample.body("First").add("category", category));
        return "/api/v1/conversations?category=" + category;
    }

    private static String category(String list) {
        return list.substring(list.indexOf('=') + 1);
    }

    private static byte[] onlyNewOne(Set<String> before) {
        Set<String> added = keptInRedis();
        added.removeAll(before);
        assertThat(added).hasSize(1);
        try (RedisClient redis = Caches.client()) {
            return redis.get(added.iterator().next().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Map<String, String> versions() {
        try (RedisClient redis = Caches.client()) {
            return redis.keys("{cache}:version:*").stream().collect(Collectors.toMap(key -> key, redis::get));
        }
    }

    private static Set<String> keptInRedis() {
        try (RedisClient redis = Caches.client()) {
            return redis.keys("{cache}:answer:*");
        }
    }
}
