package com.aichatchronicles.platform.fastpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.cache.CachePlace;
import com.aichatchronicles.platform.ratelimit.Policy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownReadsTest {
    private final KnownReads known = new KnownReads();

    @Test
    void aReadIsKnownWhenItWasLearnt() {
        KnownRead read = read("/api/v1/tags");
        known.learn("/api/v1/tags */*", read);

        assertThat(known.lookup("/api/v1/tags */*")).contains(read);
        assertThat(known.lookup("/api/v1/tags text/html")).isEmpty();
    }

    @Test
    void aReadWithAnEndlessAddressIsNotLearnt() {
        String longest = "/".repeat(512);
        known.learn(longest, read("tags"));
        known.learn(longest + '/', read("tags"));

        assertThat(known.lookup(longest)).isPresent();
        assertThat(known.lookup(longest + '/')).isEmpty();
    }

    @Test
    void manyReadsOfUsualAddressesAreKnown() {
        List<String> reads = addresses(20_000, 50);

        reads.forEach(read -> known.learn(read, read(read.substring(0, 40))));

        assertThat(known(reads)).isEqualTo(20_000);
    }

    @Test
    void longAddressesLeaveFewerKnown() {
        List<String> reads = addresses(20_000, 500);

        reads.forEach(read -> known.learn(read, read("tags")));

        assertThat(known(reads)).isBetween(1_000L, KnownReads.MOST_CHARACTERS / 700);
    }

    @Test
    void longNamesInTheCacheLeaveFewerKnown() {
        List<String> reads = addresses(20_000, 50);

        reads.forEach(read -> known.learn(read, read(read + "/".repeat(950))));

        assertThat(known(reads)).isBetween(1_000L, KnownReads.MOST_CHARACTERS / 1_200);
    }

    private long known(List<String> reads) {
        known.reads.cleanUp();
        return reads.stream().filter(read -> known.lookup(read).isPresent()).count();
    }

    private static List<String> addresses(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("%0" + length + "d").formatted(i))
                .toList();
    }

    private static KnownRead read(String key) {
        return new KnownRead(new CachePlace("tags", key), "/api/v1/tags", Policy.GENERAL);
    }
}
