package com.aichatchronicles.testing;

import com.aichatchronicles.local.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Path;

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
        signal("-STOP");
    }

    /** Makes a frozen one go on. */
    public static void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(redis.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
