package com.aichatchronicles.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the server under test has logged since a moment. */
public final class ServerLog {
    private static final Pattern ALARM = Pattern.compile("\\\\tat |Caused by: |\"loglevel\":\"(ERROR|SEVERE|FATAL)\"");

    private final Path file = Path.of(
            System.getProperty("it.directory"), "servers", System.getProperty("it.server.name"), "logs/messages.log");
    private final long start = file.toFile().length();

    /** @return everything logged since this object was made */
    public String text() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.min(start, log.length()));
            byte[] bytes = new byte[(int) (log.length() - log.getFilePointer())];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return lines of stack traces and errors logged since this object was made */
    public List<String> alarms() {
        return text().lines().filter(line -> ALARM.matcher(line).find()).toList();
    }
}
