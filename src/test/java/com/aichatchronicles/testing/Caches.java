package com.aichatchronicles.testing;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** The caches of the servers under test. */
public final class Caches {
    private static final String TOTAL = "SELECT sum(owed) FROM chronicles.cache_debts";

    private Caches() {}

    /** Waits until a server has voided what a test changed in the database by itself, at most ten seconds. */
    public static void awaitVoided() {
        Instant deadline = Instant.now().plusSeconds(10);
        try (RedisClient redis = client()) {
            while (!Sql.text(TOTAL).equals(redis.get("{cache}:debts"))) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("No server has voided its cache");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (JedisConnectionException e) {
            return; // without Redis nothing is kept
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return a client of the servers' Redis, to be closed by the caller */
    public static RedisClient client() {
        URI address = URI.create(System.getProperty("it.redis"));
        return RedisClient.create(address.getHost(), address.getPort());
    }
}
