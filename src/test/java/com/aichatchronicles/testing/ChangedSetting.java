package com.aichatchronicles.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A setting of the running servers that is another for a while, as an operator changes it without a restart. */
public final class ChangedSetting implements AutoCloseable {
    private static final List<String> SEEN = List.of("CWWKG0017I", "CWWKG0018I");

    private final List<Path> servers;
    private final String name;

    /**
     * Returns once all servers have the value.
     *
     * @param name of a setting that is read anew each time
     * @param value it has until this is closed
     */
    public ChangedSetting(String name, String value) throws Exception {
        this.servers = List.of(TestServer.folder(), SecondServer.shared().folder());
        this.name = name;
        for (Path server : servers) {
            write(server, "<server><variable name=\"" + name + "\" value=\"" + value + "\"/></server>");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Path server : servers) {
            write(server, "<server/>");
        }
    }

    private void write(Path server, String configuration) throws IOException, InterruptedException {
        Path log = server.resolve("logs/messages.log");
        int before = text(log).length();
        Path file = Files.createDirectories(server.resolve("configDropins/overrides")).resolve(name + ".xml");
        Path whole = Files.writeString(server.resolve(name + ".new"), configuration);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        Instant deadline = Instant.now().plusSeconds(60);
        while (SEEN.stream().noneMatch(text(log).substring(before)::contains)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The server has not taken over " + configuration);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String text(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
