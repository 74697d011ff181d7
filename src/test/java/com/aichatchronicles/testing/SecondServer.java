package com.aichatchronicles.testing;

import com.aichatchronicles.local.Folders;
import com.aichatchronicles.local.LibertyServer;
import com.aichatchronicles.local.Ports;
import com.aichatchronicles.local.StartupException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Another server on the same database and Redis, as a deployment with several has. */
public final class SecondServer implements AutoCloseable {
    private static final Map<String, SecondServer> SHARED = new HashMap<>();
    private static final Map<String, String> FAILED = new HashMap<>();

    private final LibertyServer server;
    private final Path users;
    private final int port;
    private final int securePort;

    private SecondServer(LibertyServer server, Path users, int port, int securePort) {
        this.server = server;
        this.users = users;
        this.port = port;
        this.securePort = securePort;
    }

    /**
     * @return the one with the settings of the first that all tests share: started for whoever asks first, ended with
     *     the run's other services, and so stopped by no test
     */
    public static SecondServer shared() throws Exception {
        return shared("shared", Map::of);
    }

    /** As {@link #shared()}, but once a start has failed every later call fails at once for the same reason. */
    static synchronized SecondServer shared(String name, Callable<Map<String, String>> changes) throws Exception {
        if (FAILED.containsKey(name)) {
            throw new IllegalStateException("As before: " + FAILED.get(name));
        }
        if (!SHARED.containsKey(name)) {
            try {
                SHARED.put(name, TestServices.start(() -> start(name, changes.call())));
            } catch (StartupException e) {
                FAILED.put(name, e.getMessage());
                throw e;
            }
        }
        return SHARED.get(name);
    }

    /** @return the folders of those that have been started for all tests */
    static synchronized List<Path> sharedFolders() {
        return SHARED.values().stream().map(SecondServer::folder).toList();
    }

    /**
     * @param changes environment variables that differ from those of the first server
     * @return a server of the caller's own, once it is ready
     */
    public static SecondServer start(Map<String, String> changes) throws Exception {
        return start("second", changes);
    }

    /**
     * @param name another than {@code second}, where two are started at once
     * @param changes environment variables that differ from those of the first server
     * @return a server of the caller's own, once it is ready
     */
    public static SecondServer start(String name, Map<String, String> changes) throws Exception {
        Path folder = Path.of(System.getProperty("it.directory"));
        Path users = folder.resolve(name);
        Folders.delete(users);
        LibertyServer.install(Path.of(System.getProperty("it.server")), Path.of(System.getProperty("it.war")), users);
        List<Integer> ports = Ports.free(2);
        Map<String, String> environment = TestServer.environment(folder);
        environment.put("PORT", ports.get(0).toString());
        environment.put("HTTPS_PORT", ports.get(1).toString());
        environment.putAll(changes);
        Path log = folder.resolve(name + ".log");
        LibertyServer server = LibertyServer.start(Path.of(System.getProperty("it.liberty")), users, environment, log);
        try {
            server.awaitReady(ports.get(0));
            return new SecondServer(server, users, ports.get(0), ports.get(1));
        } catch (RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    /** @return a caller of it without a token */
    public Api api() {
        return Api.at(URI.create(httpAddress()));
    }

    /** @return where it answers plain HTTP, without a slash at the end */
    public String httpAddress() {
        return "http://localhost:" + port;
    }

    /** @return where it answers HTTPS, without a slash at the end */
    public String httpsAddress() {
        return "https://localhost:" + securePort;
    }

    /** @return the lines that it has logged since its start, as JSON */
    public List<String> messages() throws IOException {
        return Files.readAllLines(folder().resolve("logs/messages.log"));
    }

    Path folder() {
        return users.resolve("servers/chronicles");
    }

    /** @return what the last one that was started without a name has said since its start */
    public static String log() throws IOException {
        return Files.readString(Path.of(System.getProperty("it.directory")).resolve("second.log"));
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
