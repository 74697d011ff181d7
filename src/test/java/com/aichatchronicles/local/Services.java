package com.aichatchronicles.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was started, to be stopped in the opposite order. Safe to close while something is being started: closing waits
 * for that one start, and nothing is started afterwards.
 */
public final class Services implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Services.class.getName());

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile boolean closing;

    /**
     * @param starter starts a service
     * @return the service
     * @throws IllegalStateException if all is being stopped
     */
    public synchronized <T extends AutoCloseable> T start(Callable<T> starter) throws Exception {
        if (closing) {
            throw new IllegalStateException("Stopping");
        }
        T service = starter.call();
        running.push(service);
        return service;
    }

    /** @return whether all was asked to stop */
    public boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        stopAll();
    }

    private synchronized void stopAll() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A service did not stop as it should", e);
            }
        }
    }
}
