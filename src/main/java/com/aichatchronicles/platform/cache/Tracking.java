package com.aichatchronicles.platform.cache;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Hears from Redis which slots change. What this server has kept counts only while Redis is known to talk to it: five
 * pings a second see to that, and an answer is good for {@value #LEASE_MILLISECONDS} ms from when the ping was sent. So
 * neither a frozen Redis, nor a lost message, nor a pause of this server lets an old answer out for longer.
 */
@ApplicationScoped
public class Tracking {
    private static final System.Logger LOG = System.getLogger(Tracking.class.getName());
    private static final int PING_MILLISECONDS = 200;
    private static final int LEASE_MILLISECONDS = 800;
    private static final int SILENCE_MILLISECONDS = 2000;
    private static final int[] ALL = IntStream.range(0, Tag.SLOTS).toArray();

    /** Redis does nothing else while it looks them up. */
    private static final int READ_AT_ONCE = 1024;

    @Inject
    Redis redis;

    @Inject
    Versions versions;

    @Inject
    SharedVersions shared;

    @Inject
    EvictionDebtService debts;

    @Inject
    Event<CacheFlushed> flushed;

    @Resource
    ManagedThreadFactory threads;

    private final BlockingQueue<Integer> unknown = new LinkedBlockingQueue<>();
    private final AtomicLong owed = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private volatile TrackingConnection connection;
    private volatile long heard;
    private volatile boolean trusted;
    private volatile boolean closed;
    private volatile String knownDebts = "";

    /** Opens the cache as soon as Redis and PostgreSQL are there. */
    void start(@Observes Startup start) {
        if (redis.isConfigured()) {
            threads.newThread(this::listen).start();
            threads.newThread(this::ping).start();
            threads.newThread(this::watchDebts).start();
            threads.newThread(this::learn).start();
        }
    }

    @PreDestroy
    void stop() {
        closed = true;
        TrackingConnection open = connection;
        if (open != null) {
            open.disconnect();
        }
    }

    /** A write has been committed that Redis was not told of: the cache stays closed until it is. */
    void owe() {
        owed.incrementAndGet();
    }

    /** @return whether what this server has kept may be answered now */
    public boolean isTrusted() {
        return trusted
                && settled.get() == owed.get()
                && System.nanoTime() - heard < TimeUnit.MILLISECONDS.toNanos(LEASE_MILLISECONDS);
    }

    private void listen() {
        while (!closed) {
            try (TrackingConnection open = redis.track(SharedVersions.VERSIONS, SILENCE_MILLISECONDS, this::changed)) {
                versions.forgetAll();
                settleDebts();
                read(ALL);
                connection = open;
                hear(open);
            } catch (JedisException | FaultToleranceException | SQLException e) {
                lost(e);
            }
            pause();
        }
    }

    private void hear(TrackingConnection open) {
        while (!closed) {
            heard = open.awaitPong();
            open();
        }
    }

    private void open() {
        if (!trusted) {
            trusted = true;
            LOG.log(Level.INFO, "The cache is open");
            flushed.fireAsync(new CacheFlushed());
        }
    }

    private void lost(Exception reason) {
        connection = null;
        if (trusted && !closed) {
            LOG.log(
                    Level.WARNING,
                    "The cache is closed until Redis talks to this server again ({0})",
                    reason.toString());
        }
        trusted = false;
        versions.forgetAll();
    }

    private void changed(List<?> keys) {
        if (keys == null) { // flushed, and with it what it knew of debts
            versions.forgetAll();
            knownDebts = "";
            IntStream.of(ALL).forEach(unknown::add);
            return;
        }
        for (Object key : keys) {
            SharedVersions.slot(new String((byte[]) key, StandardCharsets.UTF_8))
                    .ifPresent(this::changed);
        }
    }

    private void changed(int slot) {
        versions.forget(slot);
        unknown.add(slot);
        if (slot == Tag.EVERYTHING.slot()) {
            flushed.fireAsync(new CacheFlushed());
        }
    }

    private void ping() {
        while (!closed) {
            TrackingConnection open = connection;
            if (open != null) {
                ping(open);
            }
            pause();
        }
    }

    private void watchDebts() {
        while (!closed) {
            if (trusted) {
                settleNewDebts();
            }
            pause();
        }
    }

    /** Asks for the new version of what has changed, so that the next answer made of it can be kept. */
    private void learn() {
        while (!closed) {
            try {
                Set<Integer> slots = new TreeSet<>(Set.of(unknown.take()));
                unknown.drainTo(slots);
                read(slots.stream().mapToInt(Integer::intValue).toArray());
            } catch (JedisException | FaultToleranceException e) {
                LOG.log(Level.DEBUG, "Those who need the versions will ask themselves", e);
            } catch (InterruptedException e) {
                stopped();
            }
        }
    }

    private void read(int[] slots) {
        for (int from = 0; from < slots.length; from += READ_AT_ONCE) {
            shared.read(Arrays.copyOfRange(slots, from, Math.min(slots.length, from + READ_AT_ONCE)));
        }
    }

    private void ping(TrackingConnection open) {
        try {
            open.sendPing();
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "The listening thread will notice", e);
        }
    }

    private void settleNewDebts() {
        try {
            if (settled.get() != owed.get() || !debts.total().equals(knownDebts)) {
                settleDebts();
            }
        } catch (JedisException | FaultToleranceException | SQLException e) {
            LOG.log(Level.DEBUG, "Will try again", e);
        }
    }

    private synchronized void settleDebts() throws SQLException {
        long owing = owed.get();
        String total = debts.total();
        shared.settleDebts(total);
        versions.forget(Tag.EVERYTHING.slot());
        knownDebts = total;
        settled.set(owing);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PING_MILLISECONDS);
        } catch (InterruptedException e) {
            stopped();
        }
    }

    private void stopped() {
        closed = true;
        Thread.currentThread().interrupt();
    }
}
