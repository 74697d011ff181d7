package com.aichatchronicles.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A Redis server that ends with this program and listens on the loopback address only. */
public final class EmbeddedRedis implements AutoCloseable {
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ChildProcess process;
    private final int port;

    private EmbeddedRedis(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param folder holds the program, the data and the log; made when absent
     * @param port a free port
     * @return the server, once it answers
     * @throws StartupException if it does not within 20 seconds
     */
    public static EmbeddedRedis start(Path folder, int port) throws IOException, InterruptedException {
        Path binaries = Files.createDirectories(folder.resolve("bin"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Path executable = ExecutableProvider.newJarResourceProvider(binaries.toFile())
                .get()
                .toPath()
                .toAbsolutePath();
        ProcessBuilder command = new ProcessBuilder(executable.toString(), "--port", String.valueOf(port));
        command.command().addAll(List.of("--bind", "127.0.0.1", "--dir", data.toString()));
        command.command().addAll(List.of("--appendonly", "yes", "--daemonize", "no"));
        ChildProcess process = ChildProcess.start("Redis", command, folder.resolve("redis.log"));
        try {
            process.awaitReady(() -> answers(port), Duration.ofSeconds(20));
            return new EmbeddedRedis(process, port);
        } catch (StartupException | InterruptedException e) {
            process.close();
            throw e;
        }
    }

    /** @return the address that {@code REDIS_URL} takes */
    public String url() {
        return "redis://localhost:" + port;
    }

    /** @return the number of its process */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(PING);
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
