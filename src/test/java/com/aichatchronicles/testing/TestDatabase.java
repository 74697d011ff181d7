package com.aichatchronicles.testing;

import com.aichatchronicles.local.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;

/** The PostgreSQL of the integration tests, which a drill may take away for a while. */
public final class TestDatabase {
    private static Path folder;
    private static int port;
    private static EmbeddedDatabase database;

    private TestDatabase() {}

    static AutoCloseable start(Path home, int freePort) throws IOException {
        folder = home;
        port = freePort;
        start();
        return TestDatabase::stop;
    }

    static String url() {
        return database.url();
    }

    /** Starts it again with the data that it had, and returns once it answers. */
    public static void start() throws IOException {
        database = EmbeddedDatabase.start(folder, port);
    }

    /** Ends it as an operator does (mode "fast"): connections are broken, what runs is taken back. */
    public static void stop() throws IOException {
        database.close();
    }

    /** Ends it without a checkpoint (mode "immediate"), as when the machine goes down: the next start recovers. */
    public static void crash() throws IOException, InterruptedException {
        ProcessHandle process = ProcessHandle.of(database.pid()).orElseThrow();
        Signal.send("QUIT", process.pid());
        process.onExit().join();
        database.close();
    }
}
