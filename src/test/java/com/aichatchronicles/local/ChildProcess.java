package com.aichatchronicles.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs beside this one, writes to a log file and is asked to end before it is made to. */
final class ChildProcess implements AutoCloseable {
    private static final int TAIL_LINES = 40;
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
                throw new StartupException(name + " ended with exit code " + process.exitValue() + tail());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartupException(name + " was not ready within " + limit.toSeconds() + " s" + tail());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Waits as long as the program runs, then reports its end as unexpected. */
    void awaitEnd() throws InterruptedException {
        int code = process.waitFor();
        throw new StartupException(name + " ended with exit code " + code + tail());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private String tail() {
        try {
            // The bytes may be no valid UTF-8 where the program was cut off.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            return ". The end of " + log + ":\n\n" + String.join("\n", last);
        } catch (IOException e) {
            return "; its log " + log + " can't be read: " + e.getMessage();
        }
    }
}
