package com.aichatchronicles.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs beside this one, writes to a log file and is asked to end before it is made to. */
final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(String name, ProcessBuilder command, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        Process process = command.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        return new ChildProcess(name, process, log);
    }

    /**
     * Waits until the program serves.
     *
     * @throws StartupException with the end of the log if it ends or the time is over first
     */
    void awaitReady(BooleanSupplier ready, Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new StartupException(
                        name + " ended with exit code " + process.exitValue() + ". " + LogTail.of(log));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartupException(
                        name + " was not ready within " + limit.toSeconds() + " s" + ". " + LogTail.of(log));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Waits as long as the program runs, then reports its end as unexpected. */
    void awaitEnd() throws InterruptedException {
        int code = process.waitFor();
        throw new StartupException(name + " ended with exit code " + code + ". " + LogTail.of(log));
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it as a crash would: it gets no chance to tidy up. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
