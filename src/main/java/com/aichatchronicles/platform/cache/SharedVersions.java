package com.aichatchronicles.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The versions of all slots, in Redis. A version is a random number, and a missing one is made up anew: so whatever
 * Redis forgets, no version comes back that an old answer was kept under. So is one that is no number of ours.
 *
 * <p>A write changes the versions twice. Before its commit, together with a note that it is on its way, during which
 * nobody keeps an answer; and after it, when the note goes. If the server dies in between, the note goes by itself, and
 * no answer from before the commit was kept under the present version.
 */
@ApplicationScoped
public class SharedVersions {
    /** In braces, so that a Redis Cluster keeps all of them on one node. */
    static final String VERSIONS = "{cache}:version:";

    private static final String WRITERS = "{cache}:writers:";
    private static final String INCARNATION = "{cache}:incarnation";
    private static final String DEBTS = "{cache}:debts";

    /** So that no version has more than 18 digits. */
    private static final long BEYOND_ALL = 1_000_000_000_000_000_000L;

    /** PostgreSQL ends the transaction of a server that has said nothing for half as long. */
    private static final long ANNOUNCED_MILLISECONDS = 60_000;

    private static final RedisScript ANNOUNCE = RedisScript.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            for i = 1, #KEYS, 2 do
              redis.call('ZREMRANGEBYSCORE', KEYS[i + 1], 0, now)
              redis.call('ZADD', KEYS[i + 1], now + ARGV[3], ARGV[2])
              redis.call('PEXPIRE', KEYS[i + 1], ARGV[3])
              redis.call('SET', KEYS[i], ARGV[1])
            end
            """);

    private static final RedisScript SETTLE = RedisScript.of("""
            for i = 1, #KEYS, 2 do
              redis.call('ZREM', KEYS[i + 1], ARGV[2])
              redis.call('SET', KEYS[i], ARGV[1])
            end
            """);

    private static final RedisScript READ = RedisScript.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local answer = {}
            for i = 1, #KEYS, 2 do
              local version = redis.call('GET', KEYS[i])
              if not version or not string.match(version, '^%d+$') or #version > 18 then
                version = ARGV[1]
                redis.call('SET', KEYS[i], version)
              end
              answer[i] = version
              local last = redis.call('ZREVRANGE', KEYS[i + 1], 0, 0, 'WITHSCORES')
              answer[i + 1] = last[2] and math.max(0, math.ceil(last[2] - now)) or 0
            end
            return answer
            """);

    private static final RedisScript OPEN = RedisScript.of("""
            local incarnation = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
            if redis.call('GET', KEYS[2]) == incarnation and redis.call('GET', KEYS[3]) == ARGV[2] then
              return 0
            end
            redis.call('SET', KEYS[2], incarnation)
            redis.call('SET', KEYS[3], ARGV[2])
            redis.call('SET', KEYS[1], ARGV[1])
            return 1
            """);

    @Inject
    Redis redis;

    @Inject
    Versions versions;

    /**
     * A write of these slots is about to be committed.
     *
     * @param writer a name for its transaction
     * @throws RuntimeException if Redis does not take it
     */
    @Timeout(300)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    public void announce(int[] slots, String writer) {
        redis.run(ANNOUNCE, keys(slots), List.of(fresh(), writer, String.valueOf(ANNOUNCED_MILLISECONDS)));
    }

    /**
     * The write is committed, or rolled back.
     *
     * @throws RuntimeException if Redis does not take it
     */
    @Timeout(300)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    public void settle(int[] slots, String writer) {
        redis.run(SETTLE, keys(slots), List.of(fresh(), writer));
    }

    /**
     * Reads the versions of these slots into {@link Versions}.
     *
     * @throws RuntimeException if Redis does not answer
     */
    @Timeout(300)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 500)
    public void read(int[] slots) {
        List<Object> questions =
                IntStream.of(slots).mapToObj(versions::question).toList();
        List<?> answer = (List<?>) redis.run(READ, keys(slots), List.of(fresh()));
        for (int i = 0; i < slots.length; i++) {
            long stamp = Long.parseLong((String) answer.get(2 * i));
            long unsettled = TimeUnit.MILLISECONDS.toNanos((Long) answer.get(2 * i + 1));
            versions.learn(slots[i], questions.get(i), stamp, unsettled);
        }
    }

    /**
     * Voids everything if Redis has restarted, or if writers could not announce themselves, since the last time any
     * server asked.
     *
     * @param debts the sum that grows with each such write
     * @throws RuntimeException if Redis does not answer
     */
    public void settleDebts(String debts) {
        List<String> keys = List.of(VERSIONS + Tag.EVERYTHING.slot(), INCARNATION, DEBTS);
        redis.run(OPEN, keys, List.of(fresh(), debts));
    }

    /** @return the slot whose version has that key, empty for a key that is none of ours */
    static OptionalInt slot(String key) {
        String number = key.substring(VERSIONS.length());
        boolean ours = number.matches("\\d{1,4}") && Integer.parseInt(number) < Tag.SLOTS;
        return ours ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }

    private static String fresh() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(1, BEYOND_ALL));
    }

    private static List<String> keys(int[] slots) {
        List<String> keys = new ArrayList<>(2 * slots.length);
        for (int slot : slots) {
            keys.add(VERSIONS + slot);
            keys.add(WRITERS + slot);
        }
        return keys;
    }
}
