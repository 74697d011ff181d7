package com.aichatchronicles.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was started, to be stopped in the opposite order. Safe to close while something is being started: closing waits
 * a while for that one start, then interrupts it, and nothing is started afterwards.
 */
public final class Services implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Services.class.getName());
    private static final int PATIENCE_SECONDS = 4;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile Thread starter;
    private volatile boolean closing;

    /**
     * @param start starts a service
     * @return the service
     * @throws IllegalStateException if all is being stopped
     */
    public <T extends AutoCloseable> T start(Callable<T> start) throws Exception {
        starting.lock();
        try {
            if (closing) {
                throw new IllegalStateException("Stopping");
            }
            starter = Thread.currentThread();
            T service = start.call();
            running.push(service);
            return service;
        } finally {
            starting.unlock();
        }
    }

    /** @return whether all was asked to stop */
    public boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        awaitStart();
        try {
            while (!running.isEmpty()) {
                stop(running.pop());
            }
        } finally {
            starting.unlock();
        }
    }

    private void awaitStart() {
        try {
            if (starting.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        starter.interrupt();
        starting.lock();
    }

    private static void stop(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "A service did not stop as it should", e);
        }
    }
}
