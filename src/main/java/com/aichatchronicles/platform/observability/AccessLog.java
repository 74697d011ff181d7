package com.aichatchronicles.platform.observability;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;

/**
 * The file {@code access.log} beside the server's own logs: a JSON object a line. The threads that serve leave their
 * lines in a queue, and one thread writes what has come in ten milliseconds at once: through the server's logger a line
 * costs a request 10 to 20 microseconds. A full queue loses lines, and counts them, rather than have callers wait for a
 * disk.
 */
@ApplicationScoped
public class AccessLog {
    private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final int LONGEST_QUEUE = 16_384;
    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final int MOST_FILES = 10;
    private static final int TOGETHER_MILLISECONDS = 10;

    private final BlockingQueue<AccessRecord> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private Thread writer;
    private Counter lost;
    private boolean failing;

    @Inject
    @ConfigProperty(name = "LOG_DIR")
    Path directory;

    @Inject
    Metrics metrics;

    @PostConstruct
    void start() {
        lost = metrics.counter("access_log_lost", "Lines of the access log that were not written");
        writer = new Thread(this::write, "access-log");
        writer.setDaemon(true);
        writer.start();
    }

    @PreDestroy
    void stop() {
        writer.interrupt();
        try {
            writer.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void add(AccessRecord request) {
        if (!queue.offer(request)) {
            lost.inc();
        }
    }

    private void write() {
        RotatingFile file = new RotatingFile(directory.resolve("access.log"), MOST_BYTES, MOST_FILES);
        List<AccessRecord> requests = new ArrayList<>();
        boolean running = true;
        while (running) {
            running = await(requests);
            queue.drainTo(requests);
            write(requests, file);
            requests.clear();
        }
        close(file);
    }

    /** @return false if the server stops, true with the first of some lines */
    private boolean await(List<AccessRecord> requests) {
        try {
            requests.add(queue.take());
            TimeUnit.MILLISECONDS.sleep(TOGETHER_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void write(List<AccessRecord> requests, RotatingFile file) {
        StringBuilder lines = new StringBuilder(requests.size() * 256);
        requests.forEach(request -> request.write(lines));
        try {
            file.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII)));
            failing = false;
        } catch (IOException e) {
            lost.inc(requests.size());
            if (!failing) {
                LOG.log(Level.ERROR, "The access log can not be written", e);
            }
            failing = true;
        }
    }

    private static void close(RotatingFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The access log was not closed", e);
        }
    }
}
