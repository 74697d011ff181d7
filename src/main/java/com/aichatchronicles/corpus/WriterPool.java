package com.aichatchronicles.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Connections that store batches side by side, while the corpus is read on. The database makes the search words of each
 * text, which takes longer than all the rest, and one connection keeps only one of its processors busy.
 */
final class WriterPool implements AutoCloseable {
    private final List<Connection> open = new ArrayList<>();
    private final BlockingQueue<BatchWriter> idle = new LinkedBlockingQueue<>();
    private final Deque<Future<?>> running = new ArrayDeque<>();
    private final ExecutorService threads;
    private final int ahead;

    WriterPool(Connections connections, int writers) throws SQLException {
        threads = Executors.newFixedThreadPool(writers);
        ahead = writers + 1;
        SourceAccounts accounts = new SourceAccounts();
        try {
            for (int i = 0; i < writers; i++) {
                Connection connection = connections.open();
                open.add(connection);
                prepare(connection);
                idle.add(new BatchWriter(connection, accounts));
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Hands work to the next free connection; waits while enough work lies ready, so that memory stays small. */
    void submit(Work work) throws SQLException, InterruptedException {
        running.add(threads.submit(() -> {
            BatchWriter writer = idle.take();
            try {
                work.run(writer);
            } finally {
                idle.add(writer);
            }
            return null;
        }));
        while (running.size() > ahead) {
            await(running.remove());
        }
    }

    /** Waits until all work is done. */
    void finish() throws SQLException, InterruptedException {
        while (!running.isEmpty()) {
            await(running.remove());
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        SQLException failure = null;
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void await(Future<?> work) throws SQLException, InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute("SET statement_timeout = '55s'"); // large texts take longer than a page of the site
            settings.execute("SET synchronous_commit = on"); // what is reported as stored outlives a crash
            settings.execute("SET client_min_messages = warning"); // else a notice for every word too long to be found
        }
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    interface Work {
        void run(BatchWriter writer) throws SQLException;
    }
}
