package com.aichatchronicles.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, where the reason of a failure usually stands. */
final class LogTail {
    private static final int LINES = 40;

    private LogTail() {}

    static String of(Path log) {
        try {
            // The bytes may be no valid UTF-8 where the program was cut off.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "The end of " + log + ":\n\n" + String.join("\n", last);
        } catch (IOException e) {
            return "Its log " + log + " can't be read.";
        }
    }
}
