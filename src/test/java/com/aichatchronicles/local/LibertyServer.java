package com.aichatchronicles.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A Liberty server made from the files that the build has put together. */
public final class LibertyServer implements AutoCloseable {
    private static final String NAME = "chronicles";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final ChildProcess process;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();
    private Instant end;

    private LibertyServer(ChildProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Writes the server's folder anew, but for what Liberty keeps there: its keys and caches.
     *
     * @param files configuration and libraries
     * @param application the WAR
     * @param users Liberty's user folder
     */
    public static void install(Path files, Path application, Path users) throws IOException {
        Path server = users.resolve("servers").resolve(NAME);
        Folders.delete(server.resolve("lib"));
        Folders.delete(server.resolve("configDropins"));
        Folders.copy(files, server);
        Path applications = Files.createDirectories(server.resolve("apps"));
        Files.copy(application, applications.resolve(application.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** @return the server, which may not answer yet */
    public static LibertyServer start(Path liberty, Path users, Map<String, String> environment, Path log)
            throws IOException {
        ProcessBuilder command =
                new ProcessBuilder(liberty.resolve("bin/server").toString(), "run", NAME);
        command.environment().putAll(environment);
        command.environment().put("WLP_USER_DIR", users.toString());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.directory(users.toFile());
        return new LibertyServer(ChildProcess.start("Liberty", command, log), log);
    }

    /**
     * Waits until it says that it is ready, two minutes at most.
     *
     * @throws StartupException as soon as it has ended, or soon after it has said that the application does not start
     */
    public void awaitReady(int port) throws InterruptedException {
        URI readiness = URI.create("http://localhost:" + port + "/health/ready");
        process.awaitReady(() -> isHopeful() && answersWith200(readiness), START_LIMIT);
    }

    /** @return whether its process has not ended */
    public boolean isRunning() {
        return process.isRunning();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    void awaitEnd() throws InterruptedException {
        process.awaitEnd();
    }

    @Override
    public void close() {
        process.close();
    }

    /** A server that refuses its settings ends by itself, which is told then. */
    private boolean isHopeful() {
        Optional<String> reason = StartFailure.in(log);
        if (reason.isEmpty()) {
            end = Instant.now().plus(END_LIMIT);
        } else if (Instant.now().isAfter(end)) {
            throw new StartupException("The application did not start: " + reason.get());
        }
        return reason.isEmpty();
    }

    private boolean answersWith200(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
