package com.aichatchronicles.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A corpus on disk, which tells how far it has been read. */
final class CorpusFile implements Closeable {
    private final FileChannel channel;

    private CorpusFile(FileChannel channel) {
        this.channel = channel;
    }

    static CorpusFile open(Path path) throws IOException {
        return new CorpusFile(FileChannel.open(path));
    }

    InputStream content() {
        return Channels.newInputStream(channel);
    }

    /** Returns the length of the file in bytes, as it lies on disk. */
    long size() throws IOException {
        return channel.size();
    }

    /** Returns how many of those bytes have been read so far. */
    long position() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
