package com.aichatchronicles.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a Liberty server says of an application that does not start; the server itself may go on without it. */
public final class StartFailure {
    private static final int LONGEST = 4000;

    /** Our own refusal, and Liberty's failures to start an application. */
    private static final Pattern REASON = Pattern.compile("The server does not start: |CWWKZ000[2-4]E");

    private StartFailure() {}

    /** @return the line that tells why the application did not start; empty if there is none (yet) */
    public static Optional<String> in(Path log) {
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> REASON.matcher(line).find())
                    .findFirst()
                    .map(line -> line.substring(0, Math.min(line.length(), LONGEST)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
