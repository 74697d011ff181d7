package com.aichatchronicles.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A setting of the running servers that is another for a while, as an operator changes it without a restart. */
public final class ChangedSetting {
    private static final List<String> SEEN = List.of("CWWKG0017I", "CWWKG0018I");

    private ChangedSetting() {}

    /** What is done meanwhile. */
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }

    /**
     * @param name of a setting that is read anew each time
     * @param value that the first server and all that tests share have for it while the action runs: whichever of them
     *     sees to what is due has to know it
     * @param action what is done meanwhile
     */
    public static void during(String name, String value, Action action) throws Exception {
        List<Path> servers = new ArrayList<>(SecondServer.sharedFolders());
        servers.add(TestServer.folder());
        during(servers, name, value, action);
    }

    /**
     * @param server the only one for which it changes
     * @param name of a setting that is read anew each time
     * @param value that the server has for it while the action runs
     * @param action what is done meanwhile
     */
    public static void during(SecondServer server, String name, String value, Action action) throws Exception {
        during(List.of(server.folder()), name, value, action);
    }

    private static void during(List<Path> servers, String name, String value, Action action) throws Exception {
        try {
            for (Path server : servers) {
                write(server, name, "<server><variable name=\"" + name + "\" value=\"" + value + "\"/></server>");
            }
            action.run();
        } finally {
            for (Path server : servers) {
                write(server, name, "<server/>");
            }
        }
    }

    /** Returns once the server has taken it over. */
    private static void write(Path server, String name, String configuration) throws IOException, InterruptedException {
        Path log = server.resolve("logs/messages.log");
        int before = text(log).length();
        Path file = Files.createDirectories(server.resolve("configDropins/overrides"))
                .resolve(name + ".xml");
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
