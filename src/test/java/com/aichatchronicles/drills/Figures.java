package com.aichatchronicles.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The line that a drill leaves: on the console and in {@code figures.txt} of the run's folder. */
final class Figures {
    private Figures() {}

    /**
     * @param drill its name
     * @param start when it began; it ends now
     * @param figures what was counted and measured
     */
    static void print(String drill, Instant start, String figures) throws IOException {
        String line = "DRILL " + drill + ": " + time(start) + " to " + time(Instant.now()) + "; " + figures;
        System.out.println(line);
        Files.writeString(file(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Deletes what earlier runs have left. */
    static void discardOld() throws IOException {
        Files.deleteIfExists(file());
    }

    private static Path file() {
        return Path.of(System.getProperty("it.directory"), "figures.txt");
    }

    /** Prints what a journal knows, and something more. */
    static void print(String drill, Journal journal, String more) throws IOException {
        String figures = "requests by status " + journal.byStatus() + ", longest gap " + seconds(journal.longestGap())
                + ", slowest answer " + seconds(journal.slowest()) + ", " + journal.visibility() + ", " + more;
        print(drill, journal.start(), figures);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
