package com.aichatchronicles.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A server of somebody else that a test needs for real; ends with the test, by its process id. */
public final class ServerProcess implements AutoCloseable {
    private final ChildProcess process;

    private ServerProcess(ChildProcess process) {
        this.process = process;
    }

    /**
     * @param name for people
     * @param command what to start
     * @param log where it writes
     * @param ready whether it serves
     * @param limit how long that may take
     * @return the server, once it serves
     */
    public static ServerProcess start(
            String name, ProcessBuilder command, Path log, BooleanSupplier ready, Duration limit)
            throws IOException, InterruptedException {
        ServerProcess server = new ServerProcess(ChildProcess.start(name, command, log));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-" + name));
        try {
            server.process.awaitReady(ready, limit);
            return server;
        } catch (RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    /** Sends a signal to it and to all that it has started. */
    public void signal(String name) {
        ProcessHandle.of(process.pid()).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .forEach(one -> kill(name, one.pid()));
    }

    private static void kill(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
