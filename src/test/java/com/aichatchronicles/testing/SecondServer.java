package com.aichatchronicles.testing;

import com.aichatchronicles.local.Folders;
import com.aichatchronicles.local.LibertyServer;
import com.aichatchronicles.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another server on the same database and Redis, as a deployment with several has. */
public final class SecondServer implements AutoCloseable {
    private final LibertyServer server;
    private final int port;
    private final int securePort;

    private SecondServer(LibertyServer server, int port, int securePort) {
        this.server = server;
        this.port = port;
        this.securePort = securePort;
    }

    /** @return the server, once it is ready */
    public static SecondServer start() throws Exception {
        return start(Map.of());
    }

    /**
     * @param changes environment variables that differ from those of the first server
     * @return the server, once it is ready
     */
    public static SecondServer start(Map<String, String> changes) throws Exception {
        Path folder = Path.of(System.getProperty("it.directory"));
        Path users = folder.resolve("second");
        Folders.delete(users);
        LibertyServer.install(Path.of(System.getProperty("it.server")), Path.of(System.getProperty("it.war")), users);
        List<Integer> ports = Ports.free(2);
        Map<String, String> environment = TestServer.environment(folder);
        environment.put("PORT", ports.get(0).toString());
        environment.put("HTTPS_PORT", ports.get(1).toString());
        environment.putAll(changes);
        Path log = folder.resolve("second.log");
        LibertyServer server = LibertyServer.start(Path.of(System.getProperty("it.liberty")), users, environment, log);
        try {
            server.awaitReady(ports.get(0));
            return new SecondServer(server, ports.get(0), ports.get(1));
        } catch (RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    /** @return where it answers plain HTTP, without a slash at the end */
    public String httpAddress() {
        return "http://localhost:" + port;
    }

    /** @return where it answers HTTPS, without a slash at the end */
    public String httpsAddress() {
        return "https://localhost:" + securePort;
    }

    /** @return what the last one has said since its start */
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
