package com.aichatchronicles.testing;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The access log of the server under test. */
public final class AccessLines {
    private static final Path FILE = TestServer.log().resolveSibling("access.log");

    private AccessLines() {}

    /** @return the lines with a request id, once there is one; they are written a moment after the answer */
    public static List<JsonObject> of(String requestId) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(10);
        List<JsonObject> lines = with(requestId);
        while (lines.isEmpty() && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(50);
            lines = with(requestId);
        }
        return lines;
    }

    /** @return all lines so far, each as it stands in the file */
    public static List<String> all() {
        try {
            return List.of(Files.readString(FILE, StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonObject> with(String requestId) {
        return all().stream()
                .filter(line -> line.contains('"' + requestId + '"'))
                .map(Answer::json)
                .toList();
    }
}
