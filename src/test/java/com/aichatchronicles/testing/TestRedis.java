package com.aichatchronicles.testing;

import com.aichatchronicles.local.EmbeddedRedis;
import com.aichatchronicles.local.Folders;
import java.io.IOException;
import java.nio.file.Path;
import redis.clients.jedis.RedisClient;

/** The Redis of the integration tests, which a test may take away for a while. */
public final class TestRedis {
    private static Path folder;
    private static int port;
    private static EmbeddedRedis redis;

    private TestRedis() {}

    static AutoCloseable start(Path home, int freePort) throws IOException, InterruptedException {
        folder = home;
        port = freePort;
        start();
        return TestRedis::stop;
    }

    static String url() {
        return redis.url();
    }

    /** Starts it again with the data that it had. */
    public static void start() throws IOException, InterruptedException {
        redis = EmbeddedRedis.start(folder, port);
    }

    /** Ends it; it keeps its data. */
    public static void stop() {
        redis.close();
    }

    /** Makes it hold its connections and answer nothing. */
    public static void freeze() throws IOException, InterruptedException {
        Signal.send("STOP", redis.pid());
    }

    /** Makes a frozen one go on. */
    public static void thaw() throws IOException, InterruptedException {
        Signal.send("CONT", redis.pid());
    }

    /** Has a running one forget everything. */
    public static void flush() {
        try (RedisClient client = RedisClient.create(url())) {
            client.flushAll();
        }
    }

    /** Has a stopped one forget everything. */
    public static void loseData() throws IOException {
        Folders.delete(data());
    }

    /** Keeps what a stopped one knows, for {@link #restoreDump}. */
    public static void keepDump() throws IOException {
        Folders.delete(dump());
        Folders.copy(data(), dump());
    }

    /** Has a stopped one know what it knew at {@link #keepDump} and nothing newer. */
    public static void restoreDump() throws IOException {
        loseData();
        Folders.copy(dump(), data());
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static Path dump() {
        return folder.resolve("dump");
    }
}
