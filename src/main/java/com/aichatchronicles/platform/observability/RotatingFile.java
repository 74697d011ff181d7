package com.aichatchronicles.platform.observability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file that gives way to a new one before it gets too big: name.log becomes name.1.log, that name.2.log. */
final class RotatingFile implements AutoCloseable {
    private final Path file;
    private final long mostBytes;
    private final int mostFiles;
    private FileChannel channel;
    private long size;

    /**
     * @param file its name ends in {@code .log}
     * @param mostBytes of one file
     * @param mostFiles that are kept, the current one included
     */
    RotatingFile(Path file, long mostBytes, int mostFiles) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.mostFiles = mostFiles;
    }

    /** Adds whole lines; a file that could not be opened or written is tried again each time. */
    void write(ByteBuffer lines) throws IOException {
        if (channel == null) {
            open();
        }
        if (size > 0 && size + lines.remaining() > mostBytes) {
            roll();
        }
        while (lines.hasRemaining()) {
            size += channel.write(lines);
        }
    }

    private void open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = channel.size();
    }

    private void roll() throws IOException {
        close();
        for (int number = mostFiles - 1; number > 0; number--) {
            Path older = numbered(number - 1);
            if (Files.exists(older)) {
                Files.move(older, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        open();
    }

    private Path numbered(int number) {
        String name = file.getFileName().toString();
        return number == 0 ? file : file.resolveSibling(name.replaceFirst("log$", number + ".log"));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
