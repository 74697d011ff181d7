package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.local.Folders;
import com.aichatchronicles.local.LibertyServer;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server of its own process on fixed ports, which can be killed and started again. */
final class DrillServer implements AutoCloseable {
    /** How many searches a caller has, on all servers together. */
    static final int SEARCHES = 100;

    /** How long the front page is kept; a thousand readers on a busy machine need half of it. */
    static final int OVERVIEW_SECONDS = 30;

    private final String name;
    private final int port;
    private final Path users;
    private final Map<String, String> environment;
    private LibertyServer process;

    private DrillServer(String name, int port, Path users, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.users = users;
        this.environment = environment;
    }

    /** @return a server with the settings of the run, not started */
    static DrillServer install(String name, int port, int securePort) throws IOException {
        Path folder = Path.of(System.getProperty("it.directory"));
        Path users = folder.resolve(name);
        Folders.delete(users);
        LibertyServer.install(Path.of(System.getProperty("it.server")), Path.of(System.getProperty("it.war")), users);
        Map<String, String> environment = TestServer.environment(folder);
        environment.put("PORT", String.valueOf(port));
        environment.put("HTTPS_PORT", String.valueOf(securePort));
        environment.put("RATE_LIMIT_GENERAL", "1000000/900"); // the traffic's few accounts are counted, not stopped
        environment.put("RATE_LIMIT_SEARCH", SEARCHES + "/900");
        environment.put("CACHE_TTL_OVERVIEW_SECONDS", String.valueOf(OVERVIEW_SECONDS));
        return new DrillServer(name, port, users, environment);
    }

    /** Starts it and does not wait until it answers. */
    void start() throws IOException {
        Files.deleteIfExists(messages());
        process = LibertyServer.start(
                Path.of(System.getProperty("it.liberty")), users, environment, users.resolve("console.log"));
    }

    /** Waits five minutes at most: other work on the machine may make a start slow, and is not what is drilled. */
    void awaitReady() throws InterruptedException {
        Await.within(300, name + " to be ready", () -> {
            assertThat(isRunning()).as(name + " runs").isTrue();
            return isReady();
        });
    }

    boolean isRunning() {
        return process.isRunning();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    String name() {
        return name;
    }

    /** @return a client that nobody has signed in to */
    Api api() {
        return Api.at(URI.create("http://localhost:" + port));
    }

    /** @return whether it answers that it is ready */
    boolean isReady() {
        try {
            return api().get("/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** @return what readiness says of Redis: ok, degraded, or nothing where there is no answer of that kind */
    String redisState() {
        Answer answer = api().get("/health/ready");
        return answer.text().replaceFirst("(?s).*\"state\"\\s*:\\s*\"(\\w+)\".*", "$1");
    }

    /** @return everything that it has logged since its latest start */
    String log() {
        try {
            return Files.exists(messages()) ? Files.readString(messages()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path messages() {
        return users.resolve("servers/chronicles/logs/messages.log");
    }
}
